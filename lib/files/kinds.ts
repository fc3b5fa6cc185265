/** What a file was found to be: its media type, and how the names of such files end, the usual way first. */
export interface FileKind {
  mediaType: string
  extensions: readonly string[]
}

const kind = (mediaType: string, ...extensions: string[]): FileKind => ({ mediaType, extensions })

/** Every kind of file that is taken. */
export const kinds = {
  pdf: kind('application/pdf', 'pdf'),
  png: kind('image/png', 'png'),
  jpeg: kind('image/jpeg', 'jpg', 'jpeg'),
  webp: kind('image/webp', 'webp'),
  heic: kind('image/heic', 'heic', 'heif'),
  text: kind('text/plain', 'txt', 'csv', 'tsv', 'md', 'log', 'json', 'ndjson'),
  xlsx: kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  docx: kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'),
  odt: kind('application/vnd.oasis.opendocument.text', 'odt'),
  ods: kind('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  zip: kind('application/zip', 'zip'),
  gzip: kind('application/gzip', 'gz', 'tar.gz', 'tgz'),
} as const

/** Names that make a system run or draw the file without looking at its content. */
const ACTIVE =
  /\.(x?html?|xht|mht(ml)?|svgz?|xml|xsl|m?js|exe|dll|com|scr|pif|bat|cmd|msi|ps1|psm1|sh|bash|vbs?|vbe|wsf|hta|jar|apk|app|dmg|pkg|deb|rpm|lnk|url|desktop|php\d?|py|rb|pl|docm|dotm|xlsm|xltm|pptm)[.\s]*$/i

/** Whether a name promises something that would run or be drawn as a page. */
export const isActiveName = (name: string): boolean => ACTIVE.test(name)
