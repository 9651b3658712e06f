import { readdirSync, readFileSync } from 'node:fs'
import { request, type APIRequestContext, type APIResponse } from '@playwright/test'
import { DEMO_PASSWORD, expect, test } from './actors.ts'

// Every address of the product, asked for by everybody there is, of the real server: who may not is
// shown nothing, neither of the page nor of a part of it that is fetched alone. A route that is not in
// the table below fails, so that a new one is thought of.

/** Guest, seat at the session that runs, its wall; cadre, recorder and deputy of its community; a cadre elsewhere, the town, the county. */
const WHO = 'GSWCRDETK'
type Letter = 'G' | 'S' | 'W' | 'C' | 'R' | 'D' | 'E' | 'T' | 'K'

const ALL = 'GSWCRDETK'
const STAFF = '...CRDETK'
const DESKS = '...CRDE..'
const HERE = '...CRD...'
const TALK = '...CR....'
const NONE = '.........'

/** The address, and who it opens for. */
type Door = [address: string, opens: string]

/** By the file of the route. `{run}` and the like are ids of the demo. */
const DOORS: Record<string, Door[]> = {
  '$.tsx': [['/nothing-there', NONE]],
  '[.]well-known.council730-key[.]pem.ts': [['/.well-known/council730-key.pem', ALL]],
  '_index.tsx': [['/', ALL]],
  'ballots.$id.record[.]json.ts': [
    ['/ballots/{ballot}/record.json', ALL],
    ['/ballots/nothing/record.json', NONE],
  ],
  'c.$code._index.tsx': [
    ['/c/hebin', ALL],
    ['/c/nowhere', NONE],
  ],
  'c.$code.matters.tsx': [['/c/hebin/matters?search=漏水', ALL]],
  'c.$code.resolutions.tsx': [['/c/hebin/resolutions', ALL]],
  'c.$code.sessions.tsx': [['/c/hebin/sessions', ALL]],
  'c.$code.tsx': [['/c/hebin', ALL]],
  'check.tsx': [['/check', ALL]],
  'code.tsx': [['/code', ALL]],
  'desk._index.tsx': [['/desk', STAFF]],
  'desk.community.tsx': [['/desk/community', '...C.DE..']],
  'desk.matters.$id.tsx': [
    ['/desk/matters/{matter}', '...CRD.TK'],
    ['/desk/matters/{neighbours}', TALK],
    ['/desk/matters/nothing', NONE],
  ],
  'desk.matters._index.tsx': [
    ['/desk/matters', STAFF],
    ['/desk/matters?q=漏水&state=all', STAFF],
    ['/desk/matters?view=board', STAFF],
  ],
  'desk.matters.new.tsx': [['/desk/matters/new', DESKS]],
  'desk.owners-votes.$id._index.tsx': [
    ['/desk/owners-votes/{vote}', HERE],
    ['/desk/owners-votes/nothing', NONE],
  ],
  'desk.owners-votes.$id.official.tsx': [['/desk/owners-votes/{vote}/official', '...C.D...']],
  'desk.owners-votes.$id.paper.$electorId.tsx': [
    ['/desk/owners-votes/{vote}/paper/{paper}', HERE],
    ['/desk/owners-votes/{vote}/paper/9999', NONE],
  ],
  'desk.owners-votes.$id.silent.tsx': [['/desk/owners-votes/{vote}/silent', HERE]],
  'desk.owners-votes._index.tsx': [['/desk/owners-votes', DESKS]],
  'desk.owners-votes.new.tsx': [['/desk/owners-votes/new', '...C.DE..']],
  'desk.register._index.tsx': [['/desk/register', DESKS]],
  'desk.register.import.$id.tsx': [['/desk/register/import/nothing', NONE]],
  'desk.register.import._index.tsx': [['/desk/register/import', DESKS]],
  'desk.register.rolls.$id._index.tsx': [['/desk/register/rolls/{roll}', HERE]],
  'desk.register.rolls.$id.add.tsx': [['/desk/register/rolls/{roll}/add', NONE]],
  'desk.register.rolls.$id.proxy.tsx': [
    ['/desk/register/rolls/{roll}/proxy?elector=0001', NONE],
  ],
  'desk.register.rolls._index.tsx': [['/desk/register/rolls', DESKS]],
  'desk.register.rules.tsx': [['/desk/register/rules', DESKS]],
  'desk.register.units.$id.tsx': [['/desk/register/units/{unit}', HERE]],
  'desk.resolutions.tsx': [['/desk/resolutions', STAFF]],
  'desk.roster.tsx': [['/desk/roster', DESKS]],
  'desk.roster_.$id.tsx': [['/desk/roster/{membership}', HERE]],
  'desk.roster_.new.tsx': [['/desk/roster/new', DESKS]],
  'desk.rules.tsx': [['/desk/rules', '........K']],
  'desk.sessions.$id._index.tsx': [
    ['/desk/sessions/{run}', HERE],
    ['/desk/sessions/{talk}', TALK],
    ['/desk/sessions/nothing', NONE],
  ],
  'desk.sessions.$id.minutes.tsx': [
    ['/desk/sessions/{run}/minutes', HERE],
    ['/desk/sessions/{talk}/minutes', TALK],
  ],
  'desk.sessions.$id.plan.$step.tsx': [
    ['/desk/sessions/{draft}/plan/agenda', HERE],
    ['/desk/sessions/{draft}/plan/nothing', NONE],
  ],
  'desk.sessions.$id.publish.tsx': [
    ['/desk/sessions/{run}/publish', HERE],
    ['/desk/sessions/{talk}/publish', TALK],
  ],
  'desk.sessions.$id.replay.tsx': [
    ['/desk/sessions/{run}/replay', HERE],
    ['/desk/sessions/{talk}/replay', TALK],
  ],
  'desk.sessions.$id.slips.tsx': [
    ['/desk/sessions/{run}/slips', HERE],
    ['/desk/sessions/{talk}/slips', TALK],
    ['/desk/sessions/{draft}/slips', NONE],
  ],
  'desk.sessions._index.tsx': [['/desk/sessions', DESKS]],
  'desk.sessions.new.tsx': [['/desk/sessions/new', DESKS]],
  'desk.tsx': [['/desk', STAFF]],
  'desk_.matters.$id.slip.tsx': [
    ['/desk/matters/{matter}/slip', HERE],
    ['/desk/matters/{neighbours}/slip', TALK],
  ],
  'desk_.owners-votes.$id.evidence.ts': [['/desk/owners-votes/nothing/evidence', NONE]],
  'desk_.owners-votes.$id.official[.]xlsx.ts': [
    ['/desk/owners-votes/{vote}/official.xlsx', '...C.D...'],
  ],
  'desk_.owners-votes.$id.papers.tsx': [['/desk/owners-votes/{vote}/papers', HERE]],
  'desk_.owners-votes.$id.photo.$electorId.ts': [
    ['/desk/owners-votes/{vote}/photo/{paper}', HERE],
  ],
  'desk_.owners-votes.$id.slips.tsx': [['/desk/owners-votes/{vote}/slips', HERE]],
  'desk_.register.file.ts': [['/desk/register/file?kind=csv', DESKS]],
  'desk_.register.import.$id.apply.ts': [['/desk/register/import/nothing/apply', NONE]],
  'desk_.register.papers.$id.ts': [['/desk/register/papers/nothing', NONE]],
  'desk_.sessions.$id.log[.]json.ts': [
    ['/desk/sessions/{run}/log.json', HERE],
    ['/desk/sessions/{talk}/log.json', TALK],
    ['/desk/sessions/{draft}/log.json', NONE],
  ],
  'desk_.sessions.$id.minutes.print.tsx': [
    ['/desk/sessions/{run}/minutes/print', HERE],
    ['/desk/sessions/{talk}/minutes/print', TALK],
  ],
  'desk_.sessions.$id.minutes.words.ts': [['/desk/sessions/{run}/minutes/words', NONE]],
  'desk_.sessions.$id.minutes[.]docx.ts': [
    ['/desk/sessions/{run}/minutes.docx', HERE],
    ['/desk/sessions/{talk}/minutes.docx', TALK],
  ],
  'desk_.sessions.$id.minutes[.]json.ts': [
    ['/desk/sessions/{run}/minutes.json', HERE],
    ['/desk/sessions/{talk}/minutes.json', TALK],
  ],
  'feeds.$code[.]ics.ts': [['/feeds/hebin.ics', ALL]],
  'foundations.tsx': [['/foundations', ALL]],
  'how.tsx': [['/how', ALL]],
  'i.$token.tsx': [['/i/nothing', NONE]],
  'm.$meetingId._index.tsx': [
    ['/m/{run}', '.SWCRD...'],
    ['/m/{talk}', TALK],
    ['/m/{draft}', NONE],
  ],
  'm.$meetingId.act.ts': [['/m/{run}/act', NONE]],
  'm.$meetingId.agenda.tsx': [['/m/{run}/agenda', '.SWCRD...']],
  'm.$meetingId.ballot.$ballotId.tsx': [
    ['/m/{voted}/ballot/{ballot}', HERE],
    ['/m/{run}/ballot/{ballot}', NONE],
  ],
  'm.$meetingId.calendar[.]ics.ts': [
    ['/m/{run}/calendar.ics', ALL],
    ['/m/{talk}/calendar.ics', TALK],
    ['/m/{draft}/calendar.ics', NONE],
  ],
  'm.$meetingId.me.tsx': [['/m/{run}/me', '.SWCRD...']],
  'm.$meetingId.minutes.tsx': [['/m/{run}/minutes', NONE]],
  'm.$meetingId.papers.tsx': [['/m/{run}/papers', '.SWCRD...']],
  'm.$meetingId.rsvp.ts': [['/m/{run}/rsvp', NONE]],
  'm.$meetingId.tsx': [
    ['/m/{run}', '.SWCRD...'],
    ['/m/{talk}', TALK],
  ],
  // Whoever has no seat there is told how to get to theirs, also where there is no such session.
  'm.$meetingId_.checkin.tsx': [
    ['/m/{talk}/checkin', ALL],
    ['/m/nothing/checkin', ALL],
  ],
  'matters.$id.tsx': [
    ['/matters/{matter}', ALL],
    ['/matters/{neighbours}', NONE],
  ],
  'meetings.$id.console.tsx': [
    ['/meetings/{run}/console', HERE],
    ['/meetings/{talk}/console', TALK],
    ['/meetings/{draft}/console', NONE],
  ],
  'meetings.$id.door.tsx': [
    ['/meetings/{run}/door', HERE],
    ['/meetings/{talk}/door', TALK],
  ],
  'meetings.$id.kiosk.tsx': [
    ['/meetings/{run}/kiosk', HERE],
    ['/meetings/{talk}/kiosk', TALK],
  ],
  'meetings.$id.screen.tsx': [
    ['/meetings/{run}/screen', '..WCRD...'],
    // What is said in a talk room never stands on a wall.
    ['/meetings/{talk}/screen', NONE],
  ],
  'minutes.$id.tsx': [['/minutes/{minutes}', ALL]],
  'minutes.$id_.print.tsx': [['/minutes/{minutes}/print', ALL]],
  'minutes.$id_.record[.]json.ts': [['/minutes/{minutes}/record.json', ALL]],
  'o.$token.tsx': [['/o/nothing', NONE]],
  'owners-votes.$id.tsx': [
    ['/owners-votes/{vote}', ALL],
    ['/owners-votes/nothing', NONE],
  ],
  'personas.tsx': [['/personas', ALL]],
  'photos.$id.ts': [
    ['/photos/{photo}', ALL],
    ['/photos/nothing', NONE],
  ],
  'preferences.tsx': [['/preferences', NONE]],
  'recount.tsx': [['/recount', ALL]],
  'resolutions.$id.tsx': [['/resolutions/{resolution}', ALL]],
  'resolutions.$id_.print.tsx': [['/resolutions/{resolution}/print', ALL]],
  'rolls.$id.tsx': [['/rolls/{roll}', ALL]],
  'setup.tsx': [['/setup', NONE]],
  'signin.tsx': [['/signin', 'GSW......']],
  'signout.tsx': [['/signout', NONE]],
  't.$token.tsx': [['/t/nothing', NONE]],
  'v.$token.tsx': [['/v/nothing', NONE]],
}

/** What is the same for everybody who reads its language, and may be asked for again with a tag. */
const FOR_EVERYBODY =
  /^\/(?:$|c\/|check$|how$|foundations$|recount$|matters\/|minutes\/|resolutions\/|ballots\/|photos\/|owners-votes\/|feeds\/|\.well-known\/)/

/** What the demo's talk between two neighbours is about. */
const PRIVATE = /漏水怎么修|楼上漏水协商/

const ROUTES = readdirSync('app/routes')

test('[P5] every address opens for those it is for, and tells nobody else anything', async ({
  baseURL,
}) => {
  test.setTimeout(600_000)
  expect(Object.keys(DOORS).toSorted(), 'each route is in the table').toEqual(ROUTES.toSorted())
  const base = baseURL ?? ''
  const people = await everybody(base)
  const ids = await idsOf(people)
  const named = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_all, name: string) => {
      expect.soft(ids[name], name).toBeTruthy()
      return ids[name] ?? 'nothing'
    })
  const seated = await namesAtTable(people.C, ids['run'] ?? '')

  for (const [file, doors] of Object.entries(DOORS)) {
    const isPage = file.endsWith('.tsx')
    const hasLoader = /export (?:async )?function loader/.test(
      readFileSync(`app/routes/${file}`, 'utf8'),
    )
    for (const [template, opens] of doors) {
      const address = named(template)
      const opened = { page: '', part: '' }
      for (const letter of WHO as Iterable<Letter>) {
        const page = await people[letter].get(address, { maxRedirects: 0 })
        opened.page += page.status() === 200 ? letter : '.'
        const answers = [page]
        // A browser that goes from page to page fetches the part that is new, and can name any.
        if (isPage && hasLoader) {
          const part = await people[letter].get(partOf(address, file), { maxRedirects: 0 })
          opened.part += part.status() === 200 ? letter : '.'
          answers.push(part)
        }
        for (const answer of answers) {
          await lookInto(answer, { letter, address, seated, talk: ids['talk'] ?? '' })
        }
      }
      expect.soft(opened.page, `${template} opens for`).toBe(opens)
      // Without a session of theirs the first page of a phone is empty, and says so alike of any.
      if (isPage && hasLoader && file !== 'm.$meetingId._index.tsx') {
        expect.soft(opened.part, `the part ${file} of ${template} opens for`).toBe(opens)
      }
    }
  }
  await leave(people, ids)
})

test('[P5] a form that somebody may not send changes nothing, and never fails', async ({
  baseURL,
}) => {
  const guest = await request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: own(baseURL ?? ''),
  })
  const forms = ROUTES.filter((file) =>
    /export async function action/.test(readFileSync(`app/routes/${file}`, 'utf8')),
  )
  expect(forms.length).toBeGreaterThan(30)
  for (const file of forms) {
    const [template = ''] = DOORS[file]?.[0] ?? []
    const address = template.replace(/\{\w+\}/g, 'nothing').replace(/\?.*/, '')
    for (const body of [
      { form: { intent: 'apply', do: 'remove' } },
      { multipart: { a: 'b' } },
    ]) {
      const sent = await guest.post(address, { ...body, maxRedirects: 0 })
      expect.soft(sent.status(), `${file} to a guest`).toBeLessThan(500)
      expect.soft(await sent.text(), file).not.toMatch(PRIVATE)
      if (file.startsWith('desk')) {
        const to = sent.headers()['location'] ?? ''
        expect
          .soft([sent.status() === 302 ? to : sent.status()].join(), file)
          .toMatch(/^(?:\/signin|404)/)
      }
    }
    // From another page than ours it is not even looked at.
    const foreign = await guest.post(address, {
      form: { a: 'b' },
      headers: { origin: 'https://evil.example' },
      maxRedirects: 0,
    })
    expect.soft(foreign.status(), `${file} from elsewhere`).toBe(403)
  }
  await guest.dispose()
})

const own = (base: string) => ({ origin: base })

function partOf(address: string, file: string): string {
  const url = new URL(address, 'http://self')
  url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
  url.searchParams.set('_routes', `routes/${file.replace(/\.tsx$/, '')}`)
  return `${url.pathname}${url.search}`
}

/** Who was let in is told in a way that nobody keeps; who was not is told nothing of the talk, and strangers no name. */
async function lookInto(
  answer: APIResponse,
  {
    letter,
    address,
    seated,
    talk,
  }: { letter: Letter; address: string; seated: RegExp; talk: string },
): Promise<void> {
  const where = `${letter} at ${answer.url()}`
  expect.soft(answer.status(), where).toBeLessThan(500)
  const path = address.replace(/\?.*/, '')
  if (answer.status() === 200 && !FOR_EVERYBODY.test(path)) {
    expect.soft(answer.headers()['cache-control'], where).toContain('no-store')
  }
  const text = await answer.text()
  if (!'CR'.includes(letter)) {
    expect.soft(text, where).not.toMatch(PRIVATE)
    if (!address.includes(talk)) expect.soft(text.includes(talk), where).toBe(false)
  }
  // The demo's people are for whoever sits at this machine, by name.
  if ('GWTK'.includes(letter) && address !== '/personas') {
    expect.soft(seated.exec(text)?.[0], where).toBeUndefined()
  }
}

type People = Record<Letter, APIRequestContext>

async function everybody(base: string): Promise<People> {
  const somebody = () => request.newContext({ baseURL: base, extraHTTPHeaders: own(base) })
  const staff = async (login: string) => {
    const person = await somebody()
    const form = { login, password: DEMO_PASSWORD }
    const signed = await person.post('/signin', { form, maxRedirects: 0 })
    expect(signed.status(), login).toBe(302)
    return person
  }
  const C = await staff('linyafang')
  const admin = await (await C.get('/desk/community')).text()
  const personId = /<select[^>]*name="personId".*?<option value="([\w-]+)"/s.exec(admin)?.[1]
  const account = { intent: 'add-account', personId: personId ?? '', role: 'cadre' }
  const added = await C.post('/desk/community', {
    form: { ...account, login: 'deputy', password: DEMO_PASSWORD },
    maxRedirects: 0,
  })
  expect(added.headers()['location'], 'the deputy has an account').toContain('done=add-account')

  const S = await somebody()
  const personas = await (await S.get('/personas')).text()
  const seat = /value="(seat-[\w-]+)"/.exec(personas)?.[1] ?? ''
  await S.post('/personas', { form: { persona: seat }, maxRedirects: 0 })
  const W = await somebody()
  const run = await runningSession(S, seat)
  const wall = /\/meetings\/[\w-]+\/screen\?k=[\w.-]+/.exec(
    await (await C.get(`/desk/sessions/${run}`)).text(),
  )
  await W.get(wall?.[0] ?? '/no-wall', { maxRedirects: 0 })
  return {
    ...{ G: await somebody(), S, W, C, R: await staff('xuxiaoyan') },
    ...{ D: await staff('deputy'), E: await staff('chadu-1') },
    ...{ T: await staff('fengcheng'), K: await staff('anxi') },
  }
}

/** Where the demo leads somebody who sits at its table. */
async function runningSession(person: APIRequestContext, persona: string): Promise<string> {
  const led = await person.post('/personas', { form: { persona }, maxRedirects: 0 })
  return /\/m\/([\w-]+)/.exec(led.headers()['location'] ?? '')?.[1] ?? ''
}

async function idsOf({ C, S }: People): Promise<Record<string, string>> {
  const textOf = async (address: string) => (await C.get(address)).text()
  const all = async (address: string, link: RegExp) =>
    [...(await textOf(address)).matchAll(link)].map(([, id = '']) => id)
  const first = async (address: string, link: RegExp) => (await all(address, link))[0] ?? ''
  const seat = /value="(seat-[\w-]+)"/.exec(await (await S.get('/personas')).text())?.[1] ?? ''

  const sessions = [...new Set(await all('/desk/sessions', /\/desk\/sessions\/([\w-]{20,})/g))]
  let talk = ''
  for (const id of sessions) {
    if (PRIVATE.test(await textOf(`/desk/sessions/${id}`))) talk = id
  }
  const begun = await C.post('/desk/sessions/new', {
    form: { room: 'council', compoundId: 'lanxi', venue: '', body: 'deliberation' },
    maxRedirects: 0,
  })
  const matters = await all('/c/hebin/matters?state=closed', /"\/matters\/([\w-]{20,})"/g)
  let photo = ''
  for (const id of matters) photo ||= await first(`/matters/${id}`, /\/photos\/([\w-]{20,})/g)
  const resolutions = await all('/c/hebin/resolutions', /"\/resolutions\/([\w-]{20,})"/g)
  const vote = await first('/desk/owners-votes', /\/desk\/owners-votes\/([\w-]{20,})/g)
  const paper = await first(`/desk/owners-votes/${vote}`, /\/paper\/(\d{4})/g)
  let [ballot, voted] = ['', '']
  for (const id of resolutions) {
    ballot ||= await first(`/resolutions/${id}`, /\/ballots\/([\w-]{20,})\/record/g)
  }
  for (const id of sessions) {
    if ((await C.get(`/m/${id}/ballot/${ballot}`)).status() === 200) voted = id
  }
  return {
    run: await runningSession(S, seat),
    ...{ talk, paper },
    draft: /\/desk\/sessions\/([\w-]+)/.exec(begun.headers()['location'] ?? '')?.[1] ?? '',
    ...{ ballot, voted, photo, matter: matters[0] ?? '', resolution: resolutions[0] ?? '' },
    neighbours: await first(
      '/desk/matters?q=漏水协商&state=all',
      /\/desk\/matters\/([\w-]{20,})/g,
    ),
    roll: await first('/desk/register/rolls?compound=xianghe', /\/rolls\/([\w-]{20,})/g),
    vote,
    unit: await first('/desk/register?compound=xianghe', /\/units\/([\w-]{20,})/g),
    membership: await first('/desk/roster', /\/desk\/roster\/([\w-]{20,})/g),
    minutes: await first(`/resolutions/${resolutions.at(-1)}`, /"\/minutes\/([\w-]{20,})/g),
  }
}

/** The residents who sit in the session that runs, by their names. */
async function namesAtTable(cadre: APIRequestContext, run: string): Promise<RegExp> {
  type Logged = { event: { seats?: { name: string; side: string }[] } }
  const { events } = (await (await cadre.get(`/desk/sessions/${run}/log.json`)).json()) as {
    events: Logged[]
  }
  const names = (events[0]?.event.seats ?? []).flatMap(({ name, side }) =>
    side === 'residents' ? [name] : [],
  )
  expect(names.length).toBeGreaterThan(5)
  return new RegExp(names.join('|'))
}

/** What was made for this is taken away again: others come to the same demo. */
async function leave({ C, D }: People, ids: Record<string, string>): Promise<void> {
  const draft = `/desk/sessions/${ids['draft'] ?? ''}/plan/room`
  await C.post(draft, { form: { button: 'discard' }, maxRedirects: 0 })
  const admin = await (await C.get('/desk/community')).text()
  const accounts = [...admin.matchAll(/name="accountId" value="([\w-]+)"/g)]
  for (const [, accountId = ''] of accounts) {
    if ((await D.get('/desk', { maxRedirects: 0 })).status() !== 200) break
    // Of those that can be closed, only the one that was added here signs nobody else out.
    const row = admin.slice(0, admin.indexOf(`value="${accountId}"`))
    if (!row.slice(row.lastIndexOf('<li')).includes('deputy')) continue
    await C.post('/desk/community', {
      form: { intent: 'close-account', accountId },
      maxRedirects: 0,
    })
  }
  expect((await D.get('/desk', { maxRedirects: 0 })).status(), 'the deputy is gone').toBe(302)
}
