import { mail } from '@/emails/message'
import { due_on, entries, late, link, overdue_link } from '@/emails/variables'

export default mail({
  key: 'off-channel-waiting',
  name: 'Off-channel Waiting',
  language: 'en',
  subject: 'Off-channel{% if late %}, {{ late }} overdue{% endif %}: {{ entries }} to answer',
  body: `
{% if late %}
Overdue: {{ late }}. By law the first of them had to be answered by the end of {{ due_on }}, which is past. Please answer what is overdue first.

{{ overdue_link }}
{% endif %}

Off-channel entries waiting for Privacy’s answer: {{ entries }}. More came or fell due within an hour than are mailed one by one, so this mail covers the rest.

{% if late %}
The list shows each with the day by which it has to be answered.
{% else %}
By law the first of them has to be answered by the end of {{ due_on }}.
{% endif %}

{{ link }}
`,
  variables: { entries, late, due_on, overdue_link, link: { ...link, button: 'Open the list' } },
})
