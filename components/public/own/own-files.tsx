import { Button } from '@/components/ui/button'
import { dayWords } from '@/components/ui/date-labels'
import { TextField } from '@/components/ui/form/text-field'
import type { HandedOver } from '@/lib/core/files/downloads'
import { sizeInWords } from '../file-copy'

interface OwnFilesProps {
  over: HandedOver
  /** How far this visit has come to the files. */
  code: 'open' | 'sent' | 'none'
  error?: string
  timeZone: string
}

/** Asks for a code by mail; a second one where the first one didn't come. */
function SendCode({ again }: { again: boolean }) {
  return (
    <form method="post" action="/my/request/code/send">
      <Button tone={again ? 'secondary' : 'primary'}>
        {again ? 'Send me a new code' : 'Send me a code'}
      </Button>
    </form>
  )
}

function EnterCode({ error }: { error?: string | undefined }) {
  return (
    <form method="post" action="/my/request/code" noValidate className="flex flex-col gap-5">
      <TextField
        name="code"
        label="Code from our email"
        hint="Six digits. It is good for 10 minutes, on this page only."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={200}
        spellCheck={false}
        required
        {...(error && { error })}
      />
      <p>
        <Button tone="primary">Open my files</Button>
      </p>
    </form>
  )
}

/** The files that were put together: what they are, until when, and the way to them by a mailed code. */
export function OwnFiles({ over, code, error, timeZone }: OwnFilesProps) {
  const { files, until, isOpen } = over
  const day = <bdi>{dayWords(until, timeZone)}</bdi>
  return (
    <section id="files" aria-labelledby="files-heading" className="rounded-lg border border-line px-5 py-5">
      <h2 id="files-heading" className="text-xl">
        Your files
      </h2>
      {isOpen ? (
        <p className="mt-2 max-w-measure text-ink-soft">You can download them until the end of {day}.</p>
      ) : (
        <p className="mt-2 max-w-measure">
          They could be downloaded until the end of {day}, and that time is over. If you still need them,
          please{' '}
          <a href="/request/new" className="link">
            make a new request
          </a>
          ; we gladly put them together again.
        </p>
      )}
      {isOpen && (
        <ul className="my-4 border-t border-line">
          {files.map(({ id, name, size }) => (
            <li key={id} className="border-b border-line py-2 break-words">
              {code === 'open' ? (
                <a
                  href={`/my/request/files/${id}`}
                  download
                  className="link inline-flex min-h-control items-center"
                >
                  <span>
                    <span className="sr-only">Download </span>
                    <bdi>{name}</bdi>
                  </span>
                </a>
              ) : (
                <bdi className="font-semibold">{name}</bdi>
              )}{' '}
              <span className="text-ink-soft">({sizeInWords(size)})</span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && code === 'none' && (
        <div className="flex flex-col items-start gap-4">
          <p className="max-w-measure">
            To keep them safe, we first send a code to the email address of this request.
          </p>
          <SendCode again={false} />
        </div>
      )}
      {isOpen && code === 'sent' && (
        <div className="flex flex-col gap-4">
          <EnterCode error={error} />
          <SendCode again />
        </div>
      )}
    </section>
  )
}
