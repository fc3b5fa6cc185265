/** What may be in front of the @ without quotes (RFC 5321, dot-string): parts between single dots. */
const DOT_STRING = /^[^\s.@"\\]+(?:\.[^\s.@"\\]+)*$/u

/**
 * An address as it is written in an envelope and in a header: what is in front of the @ is in quotes where two dots follow each
 * other, or one is at its beginning or end. Some companies have given such addresses out.
 */
export function envelopeAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return DOT_STRING.test(local) ? address : `"${local}"${address.slice(at)}`
}
