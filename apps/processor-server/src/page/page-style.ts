/** The style sheet. Colours meet WCAG 2.2 AA (4.5 to 1 for text, 3 to 1 for controls) in light and in dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f4f2ed;
  --surface: #fffefb;
  --sunken: #f8f6f1;
  --ink: #1c2422;
  --muted: #5b6562;
  --line: #dedad0;
  --edge: #8b918c;
  --accent: #1e5f5a;
  --accent-hover: #174b47;
  --on-accent: #ffffff;
  --accent-soft: #e3eeeb;
  --pass: #22683c; --pass-soft: #e5f2e8;
  --annotate: #1d588a; --annotate-soft: #e4eff8;
  --modify: #7d4e00; --modify-soft: #faeed6;
  --reject: #a1261f; --reject-soft: #fae7e4;
  --fault: #63408a; --fault-soft: #efe8f7;
  --shadow: 0 1px 2px rgb(40 36 24 / 6%), 0 6px 20px rgb(40 36 24 / 5%);
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121716;
    --surface: #1a211f;
    --sunken: #151b1a;
    --ink: #e5e9e6;
    --muted: #9faba6;
    --line: #2e3836;
    --edge: #74807b;
    --accent: #7cc8bc;
    --accent-hover: #98d8cd;
    --on-accent: #0d211e;
    --accent-soft: #20312e;
    --pass: #8fd3a2; --pass-soft: #1b2f22;
    --annotate: #94c4ee; --annotate-soft: #1a2b3b;
    --modify: #ecc078; --modify-soft: #34291a;
    --reject: #f4a59c; --reject-soft: #3a211e;
    --fault: #cbb2ea; --fault-soft: #2c2438;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%);
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding: 5rem 0 6rem; }
body { margin: 0; min-height: 100vh; }
h1, h2, h3, p, ul, ol, dl, dd, fieldset, legend, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-width: 0; }
code, pre, kbd { font-family: var(--mono); font-size: 0.87em; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--accent); color: var(--on-accent); border-radius: 0 0 8px 8px; z-index: 5; }
.skip:focus { top: 0; }

/* Page */
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding: 0.9rem clamp(1rem, 2.5vw, 2rem); }
.top img { display: block; }
.top h1 { font-size: 1.12rem; font-weight: 650; letter-spacing: -0.01em; }
.top > p { color: var(--muted); flex: 1; }
@media (max-width: 479.98px) { .top > p { visibility: hidden; height: 1px; } }
main { display: grid; gap: 1.25rem; padding: 0 clamp(1rem, 2.5vw, 2rem) 3rem; align-items: start; max-width: 1680px; margin: 0 auto; }
main > * { min-width: 0; }
@media (min-width: 780px) { main { grid-template-columns: 13.5rem minmax(0, 1fr); } #decision { grid-column: 2; }
  #processors { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; } }
@media (min-width: 1180px) {
  main { grid-template-columns: 13.5rem minmax(0, 1.08fr) minmax(0, 1fr); }
  #decision { grid-column: 3; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
}
#setup, #decision { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow); }
#setup:focus { outline: none; }
#decision { padding: 1.25rem; }
#decision:empty { display: none; }
#decision[aria-busy] { opacity: 0.55; }
.empty { padding: 2.5rem 1.25rem; color: var(--muted); text-align: center; text-wrap: balance; }
#decision > .empty { padding: 2rem 0.5rem; }
#token-panel { position: relative; }
#token-panel summary { cursor: pointer; padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 8px; color: var(--muted); list-style: none; }
#token-panel summary:hover { color: var(--ink); border-color: var(--edge); }
#token-form { position: absolute; right: 0; top: calc(100% + 0.4rem); z-index: 4; width: min(20rem, calc(100vw - 2rem)); padding: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 10px 34px rgb(0 0 0 / 18%); }
#token-help:not(:empty) { margin-bottom: 0.6rem; font-weight: 550; }
.token-row { display: flex; gap: 0.5rem; margin-top: 0.4rem; }

/* Processors */
#processors input { margin-bottom: 0.5rem; }
.processors { display: flex; flex-direction: column; gap: 2px; }
.processors a { display: block; padding: 0.5rem 0.75rem; border-radius: 9px; text-decoration: none; overflow-wrap: anywhere; }
.processors a:hover { background: var(--accent-soft); }
.processors a[aria-current] { background: var(--surface); box-shadow: inset 3px 0 0 var(--accent), 0 0 0 1px var(--line); }
.processor-name { display: block; font-weight: 550; }
.processor-origin { display: block; color: var(--muted); font-size: 0.82rem; }
@media (max-width: 779.98px) {
  .processors { flex-direction: row; flex-wrap: wrap; gap: 0.4rem; }
  .processors a { padding: 0.3rem 0.7rem; border: 1px solid var(--line); background: var(--surface); }
  .processors a[aria-current] { box-shadow: none; border-color: var(--accent); background: var(--accent-soft); }
  .processor-origin { display: none; }
}
.processor-head { padding: 1.25rem 1.25rem 1.1rem; border-bottom: 1px solid var(--line); display: grid; gap: 0.65rem; }
.processor-head h2 { font-size: 1.3rem; font-weight: 650; letter-spacing: -0.015em; line-height: 1.25; overflow-wrap: anywhere; }
.namespace { color: var(--muted); font-weight: 450; }
.version { margin-inline-start: 0.6rem; color: var(--muted); font-size: 0.82rem; font-weight: 450; letter-spacing: 0; }
.signature { display: flex; flex-wrap: wrap; gap: 0.15rem 1.4rem; font-size: 0.87rem; color: var(--muted); }
.signature div { display: flex; gap: 0.45rem; }
.signature dd { color: var(--ink); font-weight: 550; }
.examples { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; }
.examples .name { color: var(--muted); margin-inline-end: 0.2rem; font-size: 0.87rem; }

/* Controls */
input, textarea, select, button { font: inherit; color: inherit; }
input:not([type=checkbox], [type=radio]), textarea, select { width: 100%; padding: 0.42rem 0.6rem; background: var(--sunken); border: 1px solid var(--edge); border-radius: 8px; }
input::placeholder, textarea::placeholder { color: var(--muted); opacity: 1; }
textarea { display: block; resize: vertical; field-sizing: content; min-height: 2.3rem; max-height: 22rem; overflow-wrap: anywhere; }
textarea.code { font-family: var(--mono); font-size: 0.85rem; }
input[type=checkbox], input[type=radio] { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--accent); flex: none; }
[aria-invalid] { border-color: var(--reject) !important; box-shadow: 0 0 0 1px var(--reject); }
button { cursor: pointer; display: inline-flex; align-items: center; gap: 0.45rem; padding: 0.42rem 0.85rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--surface); }
button:hover { border-color: var(--accent); background: var(--accent-soft); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.primary:hover { background: var(--accent-hover); border-color: var(--accent-hover); }
button.quiet { border-color: transparent; background: none; color: var(--muted); }
button.quiet:hover { color: var(--ink); background: var(--accent-soft); }
button.add { padding-inline: 0.5rem; margin-inline-start: -0.5rem; font-size: 0.9rem; }
button.remove { padding: 0.42rem; }
button.example { padding: 0.22rem 0.75rem; border-radius: 99px; border-color: var(--line); background: var(--sunken); font-size: 0.87rem; }
button.example:hover { border-color: var(--accent); background: var(--accent-soft); }
kbd { padding: 0.05rem 0.35rem; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 5px; background: var(--sunken); }
summary { cursor: pointer; color: var(--muted); font-size: 0.9rem; width: fit-content; }
summary:hover { color: var(--ink); }
details[open] > summary { margin-bottom: 0.5rem; }

/* Set-up */
.form-place { display: grid; gap: 1.5rem; padding: 1.25rem; }
.exchange, .parameters { display: grid; gap: 1.1rem; }
h3 { font-size: 0.8rem; font-weight: 600; color: var(--muted); letter-spacing: 0.02em; margin-bottom: 0.6rem; }
section + section > h3, .form-place > section > h3 { font-size: 1rem; color: var(--ink); letter-spacing: 0; }
.name { font-weight: 600; font-size: 0.92rem; }
.key { color: var(--muted); margin-inline-start: 0.45rem; font-weight: 400; }
.required { margin-inline-start: 0.45rem; color: var(--modify); font-size: 0.8rem; }
.help { color: var(--muted); font-size: 0.85rem; max-width: 68ch; }
.facts { font-family: var(--mono); font-size: 0.9em; overflow-wrap: anywhere; }
.problem { color: var(--reject); font-size: 0.88rem; overflow-wrap: anywhere; }
.problem::before { content: "⚠ "; }
.field { display: grid; gap: 0.3rem; align-content: start; }
.inline-row { display: flex; align-items: center; gap: 0.5rem; }
.field-inline .help, .field-inline .problem { margin-inline-start: 1.55rem; }
.group { display: grid; gap: 0.55rem; }
.group > legend { margin-bottom: 0.3rem; }
.group .group { padding: 0; }
.group-body { display: grid; gap: 0.9rem; }
.group:not(.item, .list, .prompt, .permissions, .stages) > .group-body, .fold > .group-body { padding-inline-start: 0.9rem; border-inline-start: 2px solid var(--line); }
.off { opacity: 0.4; }
.nullable { display: grid; gap: 0.35rem; }
.null { font-size: 0.87rem; color: var(--muted); }
.permission-row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); gap: 0.75rem 1rem; }
.permissions { padding: 0.9rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 10px; }
.permissions > legend { float: left; width: 100%; }
.permissions .facts { display: none; }
.rows { display: grid; gap: 0.45rem; counter-reset: row; }
.rows:empty { display: none; }
.row { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr) auto; gap: 0.25rem; align-items: start; counter-increment: row; }
.row::before { content: counter(row); color: var(--muted); font-size: 0.82rem; padding-top: 0.55rem; font-variant-numeric: tabular-nums; }
.row > .item { padding: 0.8rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); }
.row > .item > legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.row > .item > .group-body { grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); }
.row > .item > .group-body > .list { grid-column: 1 / -1; }
.stages { display: flex; flex-wrap: wrap; gap: 0.4rem 1.25rem; }
.stages > legend { margin-bottom: 0.35rem; }
.stages label { display: flex; align-items: center; gap: 0.5rem; }
.messages { display: grid; gap: 0.75rem; }
.message { display: grid; gap: 0.3rem; }
.message-head { display: flex; justify-content: space-between; }
.message-head input.role { width: 9rem; padding: 0.12rem 0.45rem; font-size: 0.85rem; border-color: transparent; background: none; margin-inline-start: -0.45rem; color: var(--muted); font-weight: 600; }
.message-head input.role:hover, .message-head input.role:focus { border-color: var(--edge); background: var(--sunken); color: var(--ink); }
.message-head .remove { padding: 0.15rem 0.4rem; }
.problems, .warnings { display: grid; gap: 0.25rem; font-size: 0.88rem; }
.problems { padding: 0.6rem 0.8rem; border-radius: 8px; background: var(--reject-soft); color: var(--reject); }
.warnings { color: var(--modify); clear: both; }
.run-bar { position: sticky; bottom: 0; display: flex; align-items: center; gap: 0.9rem; padding: 0.8rem 1.25rem; background: var(--surface); border-top: 1px solid var(--line); border-radius: 0 0 14px 14px; }
.run-bar .quiet { margin-inline-start: auto; }
@media (max-width: 479.98px) { .run-bar .help { display: none; } }
.run-bar .primary { padding-inline: 1.3rem; }

/* Decision */
.run { display: grid; gap: 1.25rem; }
.banner { display: flex; align-items: flex-start; gap: 0.8rem; padding: 0.9rem 1rem; border-radius: 11px; border-inline-start: 5px solid currentColor; overflow-wrap: anywhere; }
.banner > div { flex: 1; min-width: 0; }
.banner > div p { color: var(--ink); }
.banner .icon { font-size: 1.35rem; margin-top: 0.1rem; }
.banner > div .title { color: inherit; font-size: 1.15rem; font-weight: 650; line-height: 1.35; }
.banner .time { color: inherit; font-size: 0.85rem; font-variant-numeric: tabular-nums; white-space: nowrap; padding-top: 0.2rem; }
.banner.pass { color: var(--pass); background: var(--pass-soft); }
.banner.annotate { color: var(--annotate); background: var(--annotate-soft); }
.banner.modify { color: var(--modify); background: var(--modify-soft); }
.banner.reject { color: var(--reject); background: var(--reject-soft); }
.banner.fault { color: var(--fault); background: var(--fault-soft); }
.hints { display: grid; gap: 0.3rem; padding: 0.7rem 0.9rem; border: 1px dashed var(--edge); border-radius: 9px; font-size: 0.92rem; overflow-wrap: anywhere; }
.run h3 { margin-bottom: 0.4rem; font-size: 0.88rem; color: var(--muted); }
.chips { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.chips li { padding: 0.1rem 0.6rem; border-radius: 7px; background: var(--annotate-soft); color: var(--annotate); font-family: var(--mono); font-size: 0.85rem; overflow-wrap: anywhere; }
.changed { display: grid; gap: 0.6rem; max-height: 32rem; overflow: auto; }
.changed-message { border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.changed-message.added { border-color: var(--pass); }
.changed-message.removed { border-color: var(--reject); }
.changed-head { display: flex; justify-content: space-between; gap: 1rem; padding: 0.25rem 0.75rem; background: var(--sunken); border-bottom: 1px solid var(--line); font-size: 0.82rem; color: var(--muted); }
.changed-head .role { font-weight: 600; overflow-wrap: anywhere; }
.changed-message.same .text { color: var(--muted); }
.changed .text { padding: 0.6rem 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
ins, del { border-radius: 3px; padding: 0.05em 0.15em; }
ins { background: var(--pass-soft); color: var(--pass); text-decoration: underline 2px; text-underline-offset: 0.2em; }
del { background: var(--reject-soft); color: var(--reject); text-decoration: line-through 1.5px; }
button.more { display: inline; padding: 0 0.5rem; border-style: dashed; font-size: 0.82rem; color: var(--muted); }
.findings { display: grid; grid-template-columns: minmax(5rem, auto) minmax(0, 1fr); gap: 0.5rem 1rem; }
.findings > dt { color: var(--muted); font-size: 0.88rem; overflow-wrap: anywhere; }
.findings > dd { overflow-wrap: anywhere; }
.findings > dd:has(.table), .findings > dt:has(+ dd .table) { grid-column: 1 / -1; }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: 9px; }
table { width: 100%; border-collapse: collapse; font-size: 0.88rem; }
th, td { padding: 0.35rem 0.7rem; text-align: start; vertical-align: top; }
th { color: var(--muted); font-weight: 550; background: var(--sunken); white-space: nowrap; }
td { border-top: 1px solid var(--line); font-variant-numeric: tabular-nums; }
td { min-width: 4rem; }
td:first-child { min-width: 7rem; }
td:has(q) { min-width: 8.5rem; }
.table .help { padding: 0.4rem 0.7rem; }
.quiet-text { color: var(--muted); }
pre { max-height: 24rem; overflow: auto; padding: 0.75rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 9px; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
details.command { position: relative; }
.copy { position: absolute; right: 0; top: -0.4rem; font-size: 0.87rem; }
@media (prefers-reduced-motion: no-preference) { button, .processors a { transition: background-color 0.12s, border-color 0.12s; } }
@media (forced-colors: active) { ins, del { forced-color-adjust: none; } .banner { border: 1px solid; } }
`
