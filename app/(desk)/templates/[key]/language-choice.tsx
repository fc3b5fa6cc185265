import { type Language, languages, languageTags } from '@/lib/core/intake/languages'

interface LanguageChoiceProps {
  messageKey: string
  language: Language
}

/** In which language the words below are; a plain form, so that it works without script. */
export function LanguageChoice({ messageKey, language }: LanguageChoiceProps) {
  return (
    <div className="mb-4 flex flex-col gap-2">
      <form action={`/templates/${messageKey}`} className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-1.5">
          Language
          <select
            name="language"
            defaultValue={language}
            key={language}
            className="min-h-control rounded-md border border-line-strong bg-surface px-2 font-medium"
          >
            {languageTags.map(tag => (
              <option key={tag} value={tag}>
                {languages[tag]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          className="inline-flex min-h-control items-center rounded-md border border-line-strong bg-surface px-control-inset font-semibold hover:bg-sunken"
        >
          Show
        </button>
      </form>
      {language !== 'en' && (
        <p className="max-w-measure text-sm text-ink-soft">
          People who ask in {languages[language]} get these words. Dates follow the language; a greeting, the
          name of what was asked and lists are still filled in English, so leave out what can be left out.
        </p>
      )}
    </div>
  )
}
