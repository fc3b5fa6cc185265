import { done_items, nothing_done } from './variables'

/**
 * In mails that end a request early: what was done before, or that nothing was.
 * @param before how the sentence begins
 */
export const whatWasDone = (before: 'Before that' | 'Until then'): string => `{% if done_items.size > 0 %}
${before}, only this was done:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% else %}
{{ nothing_done }}
{% endif %}`

/** The variables of that block. */
export const whatWasDoneVariables = {
  done_items: { ...done_items, emptyAllowed: true },
  nothing_done,
} as const
