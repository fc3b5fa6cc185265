import { Notice } from '@/components/ui/notice'

const words: Record<string, { kind: 'success' | 'warning'; title: string; text: string }> = {
  answers: {
    kind: 'success',
    title: 'Your answers have arrived',
    text: 'Our support team will read them and email you.',
  },
  unknown: {
    kind: 'success',
    title: 'We have your answer',
    text: 'Our privacy team looks for another way. We will email you.',
  },
  reply: {
    kind: 'success',
    title: 'Your message has arrived',
    text: 'Somebody will read it and email you.',
  },
  contact: {
    kind: 'success',
    title: 'Your answer has arrived',
    text: 'This page shows what happens now. We will email you, too.',
  },
  help: {
    kind: 'success',
    title: 'Your answer has arrived',
    text: 'Our support team will take it from here and email you.',
  },
  documents: {
    kind: 'success',
    title: 'Your documents have arrived',
    text: 'Our privacy team will read them and email you.',
  },
  clarification: {
    kind: 'success',
    title: 'Your answer has arrived',
    text: 'Our support team will read it and continue with your request.',
  },
  appeal: {
    kind: 'success',
    title: 'Your appeal has arrived',
    text: 'We have sent you an email about it. Below you can see when you will have our answer.',
  },
  complaint: {
    kind: 'success',
    title: 'Your complaint has arrived',
    text: 'We have sent you an email about it. Below you can see when you will have our answer.',
  },
  withdraw: { kind: 'success', title: 'Your request is withdrawn', text: 'We have closed it.' },
  code: {
    kind: 'success',
    title: 'A code is on its way',
    text: 'We have sent it to the email address of this request. It is good for 10 minutes.',
  },
  'code-open': {
    kind: 'success',
    title: 'Your files are open',
    text: 'For 30 minutes, in this browser only. After that, a new code opens them again.',
  },
  'code-closed': {
    kind: 'warning',
    title: 'The files are closed',
    text: 'They stay open for 30 minutes. A new code opens them again.',
  },
  'code-dead': {
    kind: 'warning',
    title: 'That code no longer works',
    text: 'It was used already, is too old, or was typed in wrongly too often. Please ask for a new one.',
  },
  'code-busy': {
    kind: 'warning',
    title: 'That was too many tries for today',
    text: 'This protects your files. Please try again tomorrow, or write to us.',
  },
  busy: {
    kind: 'warning',
    title: 'Not sent: that was a lot in a short time',
    text: 'What you wrote is kept. Please try again in an hour.',
  },
  refused: {
    kind: 'warning',
    title: 'That could not be done',
    text: 'Your request has moved on meanwhile. This page shows what has happened so far.',
  },
}

/** What came of the last button. */
export function OutcomeNotice({ of }: { of: unknown }) {
  const said = typeof of === 'string' && Object.hasOwn(words, of) ? words[of] : undefined
  if (!said) return null
  return (
    <div className="mb-8">
      <Notice kind={said.kind} live title={said.title}>
        <p>{said.text}</p>
      </Notice>
    </div>
  )
}
