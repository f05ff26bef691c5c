"""The processor `look-for-word` of the benchmarks, by the protocol's original SDK, under uvicorn with one worker.

Argument: the port to listen on.
"""

import sys

import uvicorn
from f5_ai_gateway_sdk.processor import Processor
from f5_ai_gateway_sdk.processor_routes import ProcessorRoutes
from f5_ai_gateway_sdk.result import Reject, RejectCode, Result
from f5_ai_gateway_sdk.signature import INPUT_ONLY_SIGNATURE
from starlette.applications import Starlette


class LookForWord(Processor):
    """Reads the whole prompt for a word that is not there, and passes: the reply is a 204."""

    def __init__(self):
        super().__init__(
            name="look-for-word",
            version="1.0.0",
            namespace="bench",
            signature=INPUT_ONLY_SIGNATURE,
        )

    async def process_input(self, prompt, metadata, parameters, request):
        if "unmentionable" not in prompt.concatenate():
            return Result()
        return Reject(code=RejectCode.POLICY_VIOLATION, detail="The word is there.")


app = Starlette(routes=ProcessorRoutes([LookForWord()]))

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", access_log=False)
