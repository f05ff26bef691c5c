/** A gatehouse: two towers and the way between them. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#1e5f5a"/>
<path d="M6 26V9h3v2h2V9h3v5h4V9h3v2h2V9h3v17h-7v-5a3 3 0 0 0-6 0v5z" fill="#f3efe6"/>
</svg>
`
