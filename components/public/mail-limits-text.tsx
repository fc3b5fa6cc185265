/**
 * What may keep a mail from coming at once, in words that are true of every mailbox and so tell nobody anything about this one.
 */
export function MailLimitsText() {
  return (
    <>
      When several requests are made with one address, we put them into one email, which can take a quarter of
      an hour. When its owner chose “I didn’t ask for this” in the last 7 days, we send nothing to it until
      then, unless they open the link in that email again and let us.
    </>
  )
}
