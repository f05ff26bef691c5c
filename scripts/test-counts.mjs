/**
 * What a vitest JSON report comes to. A file that failed outside its tests counts as one failure, and so does a run that
 * failed without any failed test (an error outside of them), so that a red run never reads as green.
 *
 * @param {object | undefined} report the report, or nothing when there is none.
 * @param {boolean} isGood whether vitest ended well.
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
export function countTests(report, isGood) {
  const files = report?.testResults ?? []
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const brokenFiles = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = tests.filter(({ status }) => status === 'failed').length + brokenFiles.length
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: isGood ? failed : Math.max(failed, 1),
    skipped: tests
      .filter(({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => fullName),
  }
}
