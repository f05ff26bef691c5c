"""The processors of src/servers/trivial-processors.ts, written for the protocol's original Python SDK.

Serves them under uvicorn in this one process. Usage: trivial_processor.py PORT
"""

import sys

import uvicorn
from f5_ai_gateway_sdk import (
    INPUT_ONLY_SIGNATURE,
    Processor,
    ProcessorRoutes,
    Reject,
    RejectCode,
    Result,
    Tags,
)
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

    def process_input(self, prompt, metadata, parameters, request):
        if "unmentionable" not in prompt.concatenate():
            return Result()
        return Reject(code=RejectCode.POLICY_VIOLATION, detail="The word is there.")


class TagLength(Processor):
    """Reads the whole prompt too, and tags it: the reply is a 200 with a metadata part."""

    def __init__(self):
        super().__init__(
            name="tag-length",
            version="1.0.0",
            namespace="bench",
            signature=INPUT_ONLY_SIGNATURE,
        )

    def process_input(self, prompt, metadata, parameters, request):
        length = "long" if len(prompt.concatenate()) > 4096 else "short"
        return Result(tags=Tags({"length": [length]}))


app = Starlette(routes=ProcessorRoutes([LookForWord(), TagLength()]))

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", access_log=False)
