/** Where the scripts and the style sheet are, seen from the page. Relative, so that the page works below any path. */
export const FILES_PATH = 'page'

/**
 * The page before its scripts fill it: head, landmarks, and what to say when there is no script.
 *
 * @param scripts paths of all modules, the first being the one that starts the others.
 */
export function writeDocument(scripts: readonly string[]): string {
  const [main = '', ...others] = scripts.map((path) => `${FILES_PATH}/${path}`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Gatehouse: try a processor</title>
<link rel="icon" href="${FILES_PATH}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${FILES_PATH}/style.css">
${others.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n')}
<script type="module" src="${main}"></script>
</head>
<body>
<a class="skip" id="skip" href="#setup">Skip to the set-up</a>
<header class="top">
<img src="${FILES_PATH}/icon.svg" alt="" width="28" height="28">
<h1>Gatehouse</h1>
<p>Try the processors of this server</p>
<details id="token-panel">
<summary>Token</summary>
<form id="token-form" autocomplete="off">
<p id="token-help" role="status"></p>
<label for="token">Bearer token, kept in this tab only</label>
<div class="token-row"><input id="token" type="password" aria-describedby="token-help" autocomplete="off" spellcheck="false">
<button type="submit" class="primary">Use</button></div>
</form>
</details>
</header>
<main>
<nav id="processors" aria-label="Processors"></nav>
<section id="setup" aria-label="Set-up" tabindex="-1"><p class="empty">Loading …</p>
<noscript><p class="empty">This page needs JavaScript. The server answers at <code>api/v1/info</code> without it.</p></noscript>
</section>
<section id="decision" aria-label="Decision"></section>
</main>
<p id="announcement" class="visually-hidden" role="status"></p>
</body>
</html>
`
}
