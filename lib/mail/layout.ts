import { escapeHtml } from '@/lib/mail/blocks'

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

/** `rtl` or `ltr` for a language (BCP 47). */
function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

// Styles are inline because many mail programs drop the rest; this only adds what inline styles can't say.
const DARK = `@media (prefers-color-scheme: dark) {
.page, .sheet { background: #16181d !important; color: #e8e9ec !important }
.foot { color: #a3a7b0 !important; border-color: #363a43 !important }
.link { color: #9dbcff !important }
}`

/**
 * A whole HTML mail around blocks that are already safe: one column of at most 600 px, light and dark, no images and
 * nothing fetched. `footer` is plain text.
 */
export function layout(mail: { subject: string; blocks: string; footer: string; language: string }): string {
  const { subject, blocks, footer, language } = mail
  const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
  const foot = footer
    ? `<p class="foot" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d9dce1;font-size:13px;line-height:20px;color:#5b616b">${escapeHtml(footer)}</p>`
    : ''
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#ffffff;color:#1b1d22">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td style="${font};font-size:16px;line-height:24px;text-align:start">
${blocks}
${foot}
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}
