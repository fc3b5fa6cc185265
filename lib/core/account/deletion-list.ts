/** A value as RFC 4180 has it. Nothing else is added: a program reads the file, and compares it letter by letter. */
const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** The file that the data platform's deletion takes: one line for each address, and all that is held of it. */
export const deletionListText = (emails: readonly string[]): string =>
  ['email_address,delete_type', ...emails.map(email => `${cell(email.trim().toLowerCase())},full`)]
    .map(line => `${line}\n`)
    .join('')
