'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Downloads a file by a press that the product takes note of, and then shows the page as it is by now. Without script the
 * browser sends the form itself.
 */
export function DownloadForm({
  action,
  fixed,
  name,
  children,
}: {
  action: string
  fixed: Readonly<Record<string, string>>
  /** What the file is called. */
  name: string
  children: string
}) {
  const router = useRouter()
  const [pending, setPending] = useState(false)
  const fetchFile = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setPending(true)
    try {
      const answer = await fetch(action, { method: 'post', body: new FormData(form) })
      // A session that has ended leads to the sign-in page, which is no file.
      if (!answer.ok || answer.redirected) throw new Error('not downloaded')
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download = name
      link.click()
      URL.revokeObjectURL(link.href)
      router.refresh()
    } catch {
      // The browser says better what is wrong.
      form.submit()
    } finally {
      setPending(false)
    }
  }
  return (
    <form action={action} method="post" onSubmit={fetchFile} aria-busy={pending}>
      {Object.entries(fixed).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button icon="download">{children}</Button>
    </form>
  )
}
