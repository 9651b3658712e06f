import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { canonicalJson } from '#app/domain/shared/canonical-json.ts'
import { checkIn, expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { publishAll } from './after-the-evening.ts'
import { BALLOT_ITEM, convene } from './convene.ts'

const SUMMARY = '有人怕狗，有人要上班，电话 13805950000 的住户愿意带头牵绳。'
const CORRECTION = '我说的是早上 6 点半，不是 7 点。'
const WHOLE = '请写上谁没来。'

/** A file that a press on this link brings, as bytes. */
async function download({ page }: Actor, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  return readFile(await file.path())
}

/** The text of a Word file, a paragraph a line. */
function linesOfDocx(file: Buffer): string[] {
  const parts = unzipSync(new Uint8Array(file))
  const body = parts['word/document.xml']
  expect(body, 'it is a Word file').toBeDefined()
  return strFromU8(body ?? new Uint8Array())
    .split('</w:p>')
    .map((each) =>
      [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text !== '')
}

const phase = ({ page }: Actor) => page.locator('.min-ph li[aria-current=step]')
const draft = ({ page }: Actor) => page.locator('[data-pane=draft]')

test('[R15, R17, R18, R20, R22, R28] minutes: drafted by the log, prepared, corrected by who was there, sealed, added to', async ({
  somebody,
}) => {
  test.setTimeout(600_000)
  const chair = await somebody('chair')
  await signIn(chair, 'linyafang')
  const { meetingId, links, screenLink } = await convene(chair)
  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone', language: 'en' })
  const wall = await somebody('wall', { on: 'wall' })
  const recorder = await somebody('recorder')
  const reader = await somebody('recorder in English', { language: 'en' })
  await signIn(recorder, 'xuxiaoyan')
  await signIn(reader, 'xuxiaoyan')
  const minutes = `/desk/sessions/${meetingId}/minutes`
  const { page } = recorder
  const press = ({ page: on }: Actor, name: string | RegExp) =>
    on.getByRole('button', { name }).first().click()
  const settle = async (name: string) => {
    const dialog = chair.page.getByRole('dialog').last()
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(chair.page.getByRole('dialog')).toHaveCount(0)
  }
  const inBothLanguages = async (path: string) => {
    for (const each of [recorder, reader]) {
      await each.page.goto(path, { waitUntil: 'networkidle' })
      expect.soft(await seriousFindings(each.page), `${path} for ${each.name}`).toEqual([])
    }
  }

  await test.step('the evening begins, and somebody speaks', async () => {
    await goLive(chair, `/meetings/${meetingId}/console`)
    await press(chair, '开始签到')
    await goLive(wall, screenLink)
    for (const [actor, link] of [
      [resident, links.resident],
      [neighbour, links.neighbour],
    ] as const) {
      await actor.page.goto(link)
      await checkIn(actor, wall, meetingId)
    }
    await press(chair, '写明理由，先开会')
    await chair.page.getByRole('dialog').getByText('已等 15 分钟，在场的人同意先开').click()
    await settle('宣布开会')
    await press(chair, new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
    await press(resident, '我反对')
    await press(chair, '请第一位发言')
    await expect(resident.page.getByText('轮到您发言了', { exact: true })).toBeVisible()
    await press(resident, '说完了')
  })

  const summary = page.locator('textarea[name^="summary:"]').first()
  await test.step('draft: it follows the room, and a word half typed is left alone', async () => {
    await goLive(recorder, minutes)
    await expect(phase(recorder)).toHaveText(/自动起草/)
    await expect(draft(recorder)).toContainText('居民')
    await summary.pressSequentially('有人怕')
    await summary.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(1, 1))
    const seatId = await resident.page
      .locator('form:has(button) input[name=seatId]')
      .first()
      .inputValue()
    const before = recorder.wire.heard.length
    for (let count = 0; count < 100; count += 1) {
      for (const type of ['raise-hand', 'withdraw-hand']) {
        await resident.page.request.post(`/m/${meetingId}/act`, {
          form: { type, seatId, stance: 'against' },
          headers: { Origin: new URL(page.url()).origin },
          maxRedirects: 0,
        })
      }
    }
    const told = recorder.wire.heard.slice(before).join()
    expect((told.match(/"type":"hand-(raised|withdrawn)"/g) ?? []).length).toBeGreaterThan(150)
    await press(chair, '记一个动议')
    await chair.page.getByRole('dialog').getByLabel('谁提的').selectOption({ index: 1 })
    await settle('记下')
    await expect(draft(recorder)).toContainText('动议')
    await expect(summary).toBeFocused()
    await expect(summary).toHaveValue('有人怕')
    expect(
      await summary.evaluate((field: HTMLTextAreaElement) => field.selectionStart),
      'the cursor stands where it stood',
    ).toBe(1)
    expect(await seriousFindings(page)).toEqual([])
  })

  await test.step('a vote, and the end', async () => {
    await press(chair, '撤回')
    await chair.page.getByRole('dialog').getByLabel('理由').fill('按通知里的文字表决')
    await settle('撤回')
    await press(chair, '问一遍：还有要说的吗')
    await chair.page.getByRole('radio', { name: '记名', exact: true }).check()
    await press(chair, '开放表决')
    await resident.page.getByText('反对', { exact: true }).first().click()
    await press(resident, '投出：反对')
    await expect(resident.page.getByText('您的一票已记录').first()).toBeVisible()
    await press(chair, '关闭表决并计票')
    await chair.page
      .getByRole('alertdialog')
      .getByRole('button', { name: '关闭并计票' })
      .click()
    await expect(draft(recorder)).toContainText('反对 1')
    await expect(summary).toHaveValue('有人怕')
    await press(chair, /^散会$/)
    await settle('散会')
  })

  await test.step('prepared: the recorder’s words, facts that lead to their events, and what the public will read', async () => {
    await expect(phase(recorder)).toHaveText(/记录人整理/)
    await summary.fill(SUMMARY)
    await page.locator('input[name^="turn:"]').first().fill('早上 7 点太晚，我 6 点半就出门')
    await press(recorder, '现在保存')
    await expect(page.getByText(/已自动保存/)).toBeVisible()
    const preview = page.locator('[data-pane=preview]')
    await expect(preview).toContainText('有人怕狗')
    await expect(preview).not.toContainText('13805950000')
    for (const pane of ['log', 'draft', 'preview']) {
      await expect(page.locator(`[data-pane=${pane}]`)).toBeVisible()
    }
    // The facts are not in a field: nobody can type them.
    const fact = draft(recorder).locator('li', { hasText: '反对 1' }).first()
    await expect(fact.locator('input, textarea')).toHaveCount(0)
    const source = fact.locator('a.min-src').last()
    const seq = await source.innerText()
    await source.click()
    await expect(page.locator(`#e${seq}`)).toBeFocused()
    await expect(page.locator(`#e${seq}`)).toContainText('关闭表决')
    expect(await seriousFindings(page)).toEqual([])
    const file = linesOfDocx(await download(recorder, 'Word 文档'))
    expect(file.join('\n')).toContain('草稿')
    await inBothLanguages(minutes)
  })

  await test.step('proposals: those who were there correct it on their own phones', async () => {
    await page.getByLabel('给几天').fill('15')
    await page.getByRole('button', { name: '请大家核对' }).evaluate((button) => {
      // As a page without a script would send it.
      ;(button as HTMLButtonElement).form?.setAttribute('novalidate', '')
    })
    await press(recorder, '请大家核对')
    await expect(page.getByRole('alert')).toContainText('1 到 14 天')
    await page.getByLabel('给几天').fill('3')
    await press(recorder, '请大家核对')
    await expect(phase(recorder)).toHaveText(/请参加的人核对/)

    await resident.page.goto(`/m/${meetingId}`)
    await resident.page.getByRole('link', { name: '看纪要' }).click()
    await expect(resident.page.getByText('有人怕狗', { exact: false }).first()).toBeVisible()
    const said = resident.page.locator('li', { hasText: '早上 7 点太晚' })
    await said.getByText('提更正').click()
    await said.getByLabel('哪里不对，应该怎么写').fill(CORRECTION)
    expect(await seriousFindings(resident.page)).toEqual([])
    await said.getByRole('button', { name: '交给记录人' }).click()
    await expect(resident.page.getByText('交上去了，记录人会答复。')).toBeVisible()
    expect(await seriousFindings(resident.page)).toEqual([])

    await neighbour.page.goto(`/m/${meetingId}/minutes`)
    const whole = neighbour.page.locator('section', {
      has: neighbour.page.getByRole('heading', { name: 'About the minutes as a whole' }),
    })
    await whole.getByText('Propose a correction').click()
    await whole.getByRole('textbox').fill(WHOLE)
    expect(await seriousFindings(neighbour.page)).toEqual([])
    await whole.locator('button[value=propose]').click()
    await expect(neighbour.page.getByText(WHOLE)).toBeVisible()
    expect(await seriousFindings(neighbour.page)).toEqual([])
  })

  await test.step('each is accepted, or answered in words, before anything is sealed', async () => {
    await page.goto(minutes)
    await press(recorder, '确认并封存')
    await expect(page.getByRole('alert')).toContainText('核对还没截止')
    await page.getByText('提前截止', { exact: true }).first().click()
    await page.getByLabel('为什么提前截止').fill('两位都已经答复')
    await page.getByRole('button', { name: '提前截止' }).click()
    await expect(page.getByText('提前截止的原因：两位都已经答复')).toBeVisible()
    await press(recorder, '确认并封存')
    await expect(page.getByRole('alert')).toContainText('还有更正没有答复')

    const proposal = (text: string) => page.locator('article', { hasText: text })
    await expect(proposal(CORRECTION)).toContainText('早上 7 点太晚')
    await proposal(CORRECTION).getByRole('link', { name: '去改这一处' }).click()
    await page.locator('input[name^="turn:"]').first().fill('早上 6 点半就要遛')
    await press(recorder, '现在保存')
    await expect(page.getByText(/已自动保存/)).toBeVisible()
    await proposal(CORRECTION).getByLabel('答复').fill('已改成 6 点半')
    await proposal(CORRECTION).getByRole('button', { name: '采纳', exact: true }).click()
    await expect(proposal(CORRECTION)).toContainText('已采纳')

    await proposal(WHOLE).getByRole('button', { name: '不采纳，写明答复' }).click()
    await expect(page.getByRole('alert')).toContainText('不采纳请写明为什么')
    await proposal(WHOLE).getByLabel('答复').fill('纪要末尾的“请假”里已经写了')
    await proposal(WHOLE).getByRole('button', { name: '不采纳，写明答复' }).click()
    await expect(proposal(WHOLE)).toContainText('未采纳')
    await inBothLanguages(minutes)
  })

  const hash =
    await test.step('sealed: not a word more, and everybody finds the answer', async () => {
      await page.goto(minutes)
      await press(recorder, '确认并封存')
      await expect(phase(recorder)).toHaveText(/确认封存/)
      await expect(page.locator('.min-seal')).toContainText('收到 2 条，采纳 1 条')
      await expect(summary).not.toBeEditable()
      const shown = await page.locator('.min-seal dd').nth(1).innerText()
      await resident.page.goto(`/m/${meetingId}/minutes`)
      await expect(resident.page.getByText('已改成 6 点半')).toBeVisible()
      await expect(resident.page.getByText('封存，不再改动', { exact: false })).toBeVisible()
      await expect(resident.page.getByText('提更正')).toHaveCount(0)
      expect(await seriousFindings(resident.page)).toEqual([])
      await neighbour.page.reload()
      await expect(neighbour.page.getByText('Not accepted', { exact: true })).toBeVisible()
      expect(await seriousFindings(neighbour.page)).toEqual([])
      return /[0-9a-f]{64}/.exec(shown)?.[0] ?? ''
    })

  await test.step('after it, only additions, each with its reason', async () => {
    await page.getByLabel('为什么要更正').fill('漏写')
    await page.getByLabel('更正内容').fill('物业经理因病请假。')
    await press(recorder, '附上')
    await expect(page.getByText('物业经理因病请假。')).toBeVisible()
    await inBothLanguages(minutes)
  })

  await test.step('Word: 纪要 without a red head, lines to sign on, and the hash', async () => {
    await page.goto(minutes)
    const lines = linesOfDocx(await download(recorder, 'Word 文档'))
    expect(lines[0]).toMatch(/730议事厅会议纪要$/)
    for (const name of ['主持人：', '记录人：', '监督员：']) expect(lines).toContain(name)
    expect(lines.join('\n')).toContain(`内容指纹 ${hash}`)
    expect(lines.join('\n')).toContain('早上 6 点半就要遛')
    expect(lines.join('\n')).toContain('物业经理因病请假。（漏写）')
    expect(lines.join('\n')).not.toMatch(/草稿|决议/)
  })

  await test.step('data: anybody can work the hash out again', async () => {
    const file = JSON.parse((await download(recorder, '数据文件')).toString('utf8'))
    expect(file.format).toBe('council730.minutes/1')
    expect(file.contentHash).toBe(hash)
    const again = createHash('sha256').update(canonicalJson(file.sealed)).digest('hex')
    expect(again).toBe(hash)
    expect(JSON.stringify(file.sealed)).toContain('早上 6 点半就要遛')
    expect(file.addenda).toMatchObject([{ reason: '漏写', text: '物业经理因病请假。' }])
  })

  await test.step('totals for each side and each person are in it', async () => {
    // Of two residents the public would know which one it was.
    await expect(page.locator('[data-pane=preview]')).not.toContainText('发言情况')
    await inBothLanguages(`${minutes}/print`)
    const paper = page.locator('article.a4')
    await expect(paper).toContainText(/居民代表1人次，\d+秒。/)
    const speaker = paper.getByRole('row').filter({ hasText: '1次' })
    await expect(speaker).toHaveText(/^\S+1次\d+秒$/)
    await expect(paper.locator('.sig span')).toHaveCount(3)
    await expect(paper.locator('footer.check')).toContainText(hash)
    await expect(paper).toContainText('物业经理因病请假。')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('published: the archive’s copy leads to it, and the poster has its code and a place for the seal', async () => {
    const [resolution = ''] = await publishAll(chair, meetingId)
    await inBothLanguages(`${resolution}/print?size=a3`)
    const poster = page.locator('article.a3')
    await expect(poster.locator('.code svg')).toBeVisible()
    await expect(poster.locator('.stampbox')).toBeVisible()
  })

  await test.step('replay: drawn back to an earlier moment, the room stands as it stood', async () => {
    await page.goto(`/desk/sessions/${meetingId}/replay`)
    const slider = page.getByRole('slider')
    await expect(slider).toBeEnabled()
    const room = page.locator('section', {
      has: page.getByRole('heading', { name: '议程' }),
    })
    await expect(room).toContainText('已散会')
    const spoke = page.getByRole('list', { name: '要紧的时刻' }).getByRole('button', {
      name: new RegExp(`开始这一项：${BALLOT_ITEM.title}`),
    })
    await spoke.click()
    await expect(room).toContainText('进行中')
    await expect(room.locator('li[aria-current=step]')).toContainText(BALLOT_ITEM.title)
    await expect(page.getByText('这时没有人发言')).toBeVisible()
    // A hand goes up, and then somebody speaks: two steps on, by key.
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('这时没有人发言')).toHaveCount(0)
    await page.keyboard.press('Home')
    await expect(room).toContainText('已通知')
    expect(await seriousFindings(page)).toEqual([])
    await reader.page.goto(`/desk/sessions/${meetingId}/replay?seq=12`)
    await expect(reader.page.getByRole('slider')).toHaveValue('12')
    expect(await seriousFindings(reader.page)).toEqual([])
  })
})
