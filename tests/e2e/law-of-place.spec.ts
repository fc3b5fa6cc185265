import { expect, test } from '../support/browser'
import { anEngineer, quietPerson } from '../support/product-desk'
import { askToDelete } from '../support/public-form'

const daysBetween = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)
const linkIn = (links: readonly string[]) => links.find(link => link.includes('/r/')) ?? 'no link'

for (const { who, place, law, days, acknowledged, told } of [
  {
    who: 'a Californian',
    place: { country: 'US', region: 'US-CA' },
    law: { id: 'us_ca', standIn: false },
    days: 45,
    acknowledged: true,
    told: /complain to the California Privacy Protection Agency/,
  },
  {
    who: 'a Quebecer',
    place: { country: 'CA', region: 'CA-QC' },
    law: { id: 'ca_qc', standIn: false },
    days: 30,
    acknowledged: false,
    told: /complain to the Commission d’accès à l’information/,
  },
  {
    who: 'a resident of a country without a known law',
    place: { country: 'MV' },
    law: { standIn: true, why: expect.stringContaining('No law is known for the Maldives') },
    days: 27,
    acknowledged: false,
    told: /complain to/,
  },
])
  test(`from the public form: ${who} has the dates and the words of the law`, async ({
    page,
    mail,
    request,
  }) => {
    const [engineer, privacy] = [await anEngineer(request), await anEngineer(request, 'privacy')]
    const person = await quietPerson()
    const reference = await askToDelete(page, person, place)
    const received = await mail.newest(person.email, /^Confirm/)
    await page.goto(linkIn(received.links))
    await page.getByRole('button', { name: 'Confirm my request' }).click()
    await expect(page.getByText(/^We will answer by \d/)).toBeVisible()

    const asked = await engineer.read(reference)
    expect(asked.law).toMatchObject(law)
    // The shortest month has 28 days; a weekend may add two.
    expect(daysBetween(asked.receivedAt, asked.dueOn)).toBeGreaterThanOrEqual(days)
    expect(daysBetween(asked.receivedAt, asked.dueOn)).toBeLessThanOrEqual(days === 27 ? 33 : days + 1)
    expect(asked.acknowledgeBy !== null).toBe(acknowledged)

    await privacy.command(reference, 'close', {
      outcome: 'refused',
      note: 'A court has asked us to keep it.',
    })
    await page.reload()
    await expect(page.getByText(told).first()).toBeAttached()
  })

test('with script, the states are there for a country that has laws by state, and for no other', async ({
  page,
}) => {
  await page.goto('/request/details?who=me&type=individual-deletion')
  const country = page.getByLabel('Country where you live')
  const region = page.getByLabel('State or province')
  await expect(region).toHaveCount(0)
  await country.selectOption('GB')
  await expect(region).toHaveCount(0)
  await country.selectOption('US')
  await expect(region.getByRole('option', { name: 'California' })).toBeAttached()
  await expect(region.getByRole('option', { name: 'Quebec' })).toHaveCount(0)
  await region.selectOption('US-CA')

  await country.focus()
  await page.keyboard.type('Canada')
  await page.keyboard.press('Tab')
  await expect(region).toBeFocused()
  await page.keyboard.type('Quebec')
  await expect(region).toHaveValue('CA-QC')
  await country.selectOption('DE')
  await expect(region, 'no region of another country stays behind').toHaveCount(0)
})
