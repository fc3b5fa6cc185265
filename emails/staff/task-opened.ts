import { mail } from '@/emails/message'
import { due_on, link, reference, steps, task_name } from '@/emails/variables'

export default mail({
  key: 'task-opened',
  name: 'Task Opened',
  language: 'en',
  subject: 'New task for {{ reference }}: {{ task_name }}',
  body: `
A task is waiting for your team: {{ task_name }}, for request {{ reference }}. The request is due on {{ due_on }}.

What to do, in this order:

{% for step in steps %}
{{ forloop.index }}. {{ step }}
{% endfor %}

{{ link }}

The page shows whose data it is, and whether something has to happen first.
`,
  variables: { reference, task_name, due_on, steps, link: { ...link, button: 'Open the task' } },
})
