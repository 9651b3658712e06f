import { checkIn, expect, goLive, seriousFindings, signIn, test, type Actor } from './actors.ts'
import { pressByKey, tabTo } from './by-key.ts'
import { BALLOT_ITEM, CONSENSUS_ITEM, convene } from './convene.ts'
import { countTones, tones } from './count-tones.ts'
import { hearAloud, said } from './hear-aloud.ts'

const OBJECTION = '晚上 8 点太早，我们 9 点才下班'
const REMOTE = '我不在会场，在手机上参加'
const TO_HALL = '改成在会场'
const NOTE = '问一问牵绳多长算牵'

/** What a phone says in one state, in each language. */
type Words = { zh: string | RegExp; en: string | RegExp }

test('[L1] a phone in each state of an evening: both languages, large letters, no sideways scroll', async ({
  somebody,
}) => {
  test.setTimeout(1_200_000)
  const chair = await somebody('chair')
  await countTones(chair)
  await signIn(chair, 'linyafang')
  // What is looked at for a while must not end meanwhile.
  const { meetingId, links, screenLink } = await convene(chair, { rules: { hardStop: false } })
  const { page } = chair
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const dialog = page.getByRole('dialog').last()
  const settle = async (name: string) => {
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const wall = await somebody('wall', { on: 'wall' })
  const seat = async (name: keyof typeof links, language: 'zh-CN' | 'en', elder: boolean) => {
    const actor = await somebody(name, { on: 'phone', language })
    await actor.page.goto(links[name])
    if (elder) {
      await actor.page.getByRole('button', { name: /大字|Large/ }).click()
      await expect(actor.page.locator('.phone.elder')).toBeVisible()
    }
    return actor
  }
  const zh = await seat('resident', 'zh-CN', false)
  const en = await seat('neighbour', 'en', false)
  const elder = await seat('manager', 'zh-CN', true)
  const elderEn = await seat('owner', 'en', true)
  /** Sits at the table and has no vote. */
  const officer = await seat('officer', 'zh-CN', false)
  const phones = [zh, en, elder, elderEn]
  let officerSeat = ''
  const speaks = (actor: Actor, { zh: chinese, en: english }: Words) =>
    actor === en || actor === elderEn ? english : chinese

  /** Each of these phones says so, fits, and can be read by a machine. */
  async function looksRight(state: string, words: Words, on: readonly Actor[] = phones) {
    await test.step(state, async () => {
      for (const actor of on) {
        const shown = actor.page.getByText(speaks(actor, words)).filter({ visible: true })
        await expect(shown.first(), `${state}: ${actor.name}`).toBeVisible({ timeout: 45_000 })
      }
      for (const actor of on) {
        const wide = await actor.page.evaluate(() => document.documentElement.scrollWidth)
        expect.soft(wide, `${state} fits on ${actor.name}'s phone`).toBeLessThanOrEqual(390)
        expect.soft(await seriousFindings(actor.page), `${state}: ${actor.name}`).toEqual([])
      }
    })
  }

  /** What somebody else does, one after the other, two hundred times in all. */
  async function twoHundredTimes(acts: readonly { type: string; [field: string]: string }[]) {
    const before = zh.wire.heard.length
    for (let count = 0; count < 200; count += 1) {
      await officer.page.request.post(`/m/${meetingId}/act`, {
        form: acts[count % acts.length] ?? {},
        headers: { Origin: new URL(page.url()).origin },
        maxRedirects: 0,
      })
    }
    const told = zh.wire.heard.slice(before).join()
    const events = /"type":"(hand-raised|hand-withdrawn|place-changed)"/g
    expect((told.match(events) ?? []).length).toBeGreaterThan(150)
  }

  await looksRight('invited', { zh: '您来吗', en: 'Are you coming?' })
  await goLive(chair, `/meetings/${meetingId}/console`)
  await press('开始签到')
  await goLive(wall, screenLink)
  await looksRight('doors open', { zh: /^签到$|会议码/, en: /Check in|check-in code/i })
  for (const actor of phones) await checkIn(actor, wall, meetingId)
  await test.step('[M37] one takes part from elsewhere, and every screen says so', async () => {
    await officer.page.goto(`/m/${meetingId}`)
    await officer.page.getByRole('button', { name: REMOTE }).click()
    await expect(officer.page.getByText('您已签到')).toBeVisible()
    for (const { page: screen } of [zh, wall, chair]) {
      await expect(screen.getByText('其中远程 1 人', { exact: false }).first()).toBeVisible()
    }
    await officer.page.getByRole('navigation').getByRole('link', { name: '我的' }).click()
    await officer.page.getByRole('button', { name: TO_HALL }).click()
    for (const { page: screen } of [zh, wall, chair]) {
      await expect(screen.getByText('其中远程 1 人', { exact: false })).toHaveCount(0)
    }
    await officer.page.goto(`/m/${meetingId}`)
  })
  await looksRight('checked in', { zh: '您已签到', en: 'You are checked in' })
  await press('宣布开会')
  await looksRight('between items', { zh: /接下来|下一项/, en: 'Coming next' })
  await press('测温')
  await settle('开始')
  await looksRight('temperature between items', { zh: '有顾虑', en: 'Doubts' })
  await press('结束，看结果')
  for (const actor of phones) await hearAloud(actor)
  await press(new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`))
  await looksRight('current item', { zh: BALLOT_ITEM.title, en: BALLOT_ITEM.title })

  await test.step('in large letters too: what is put to the room, the rules, and back', async () => {
    for (const [actor, papers, back, rule] of [
      [elder, '材料', '回去听会', '一次只议一件事'],
      [elderEn, 'Papers', 'Back to the meeting', 'one motion at a time'],
    ] as const) {
      const nav = actor.page.getByRole('navigation')
      await nav.getByRole('link', { name: papers }).click()
      await expect(actor.page.getByText(BALLOT_ITEM.proposal)).toBeVisible()
      await expect(actor.page.getByText(rule, { exact: false })).toBeVisible()
      expect(await seriousFindings(actor.page)).toEqual([])
      await nav.getByRole('link', { name: back }).click()
      await expect(actor.page.getByRole('heading', { name: BALLOT_ITEM.title })).toBeVisible()
    }
  })

  await test.step('two hundred things that others do touch nothing that somebody writes', async () => {
    const note = zh.page.getByRole('textbox', { name: /笔记/ })
    await zh.page.locator('details summary', { hasText: '笔记' }).click()
    await note.pressSequentially(NOTE)
    await note.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 2))
    await en.page.getByRole('button', { name: 'Make a motion' }).click()
    const motion = en.page.getByRole('dialog').getByRole('textbox').first()
    await motion.fill('Dogs on a lead, always')
    await elder.page.getByRole('button', { name: '我要说话' }).click()
    await expect(elder.page.getByText('您想说什么？')).toBeVisible()
    await press('替人举手')
    await dialog.getByLabel('见证人').pressSequentially('陈')
    officerSeat = await officer.page
      .locator('form:has(button) input[name=seatId]')
      .first()
      .inputValue()
    await twoHundredTimes([
      { type: 'raise-hand', seatId: officerSeat, stance: 'question' },
      { type: 'withdraw-hand', seatId: officerSeat },
    ])
    await expect(note).toHaveValue(NOTE)
    await expect(note).toBeFocused()
    expect(await note.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(2)
    await expect(motion).toHaveValue('Dogs on a lead, always')
    await expect(motion).toBeFocused()
    await expect(elder.page.getByText('您想说什么？')).toBeVisible()
    await expect(dialog.getByLabel('见证人')).toHaveValue('陈')
    await expect(dialog.getByLabel('见证人')).toBeFocused()
    expect(await seriousFindings(en.page)).toEqual([])
    await en.page.getByRole('dialog').getByRole('button', { name: 'No, go back' }).click()
    await page.keyboard.press('Escape')
    await elder.page.getByRole('button', { name: '不了，返回' }).click()
    await zh.page.reload()
    await expect(note).toHaveValue(NOTE)
    await hearAloud(zh)
  })

  await zh.page.getByRole('button', { name: '我反对' }).click()
  await looksRight('my turn is next', { zh: '已举手，您排第 1 位', en: '' }, [zh])
  expect(await said(zh, '您排第 1 位')).toBe(1)
  await press('请第一位发言')
  await looksRight('my turn now', { zh: '轮到您发言了', en: '' }, [zh])
  await looksRight('somebody speaks', { zh: /^正在(发言|说话)$/, en: /^Speaking( now)?$/ }, [
    en,
    elder,
    elderEn,
  ])
  await expect.poll(() => said(zh, '轮到您发言了')).toBe(1)
  await expect.poll(() => said(en, 'is speaking')).toBe(1)

  await test.step('a point of order goes before, and is told when its time is nearly up', async () => {
    await en.page.getByRole('button', { name: /point of order/i }).click()
    await press('请发言')
    await expect(en.page.getByText('It is your turn').first()).toBeVisible()
  })
  // A turn of a minute goes on while somebody looks: what lasts half of one is looked at first.
  await test.step('the bell: softly once, then twice at the end, seen as well; muted it is only seen', async () => {
    await expect(page.getByText('还剩不到 30 秒')).toBeVisible({ timeout: 45_000 })
    expect(await tones(chair)).toBe(1)
    await looksRight('nearly over', { zh: '', en: /Under 30 seconds left/ }, [en])
    await expect(page.getByText('时间到，请说完这句就停')).toBeVisible({ timeout: 45_000 })
    await expect.poll(() => tones(chair)).toBe(3)
    await expect(wall.page.getByText('发言时间到了')).toBeVisible()
    await expect(en.page.getByText(/Time is up|time is up/).first()).toBeVisible()
    await press('铃声开')
    await expect(page.getByRole('button', { name: '铃声关' })).toBeVisible()
  })
  await looksRight('point of order', { zh: '规则问题', en: 'Order' }, [zh, en])
  await en.page.getByRole('button', { name: /finished/i }).click()
  await expect(zh.page.getByText('轮到您发言了').first()).toBeVisible()
  await zh.page.getByRole('button', { name: '说完了' }).click()

  await test.step('somebody was named, and answers in large letters', async () => {
    await press('看名单，改到会')
    await dialog
      .getByRole('button', { name: /：更多$/ })
      .nth(2)
      .click()
    await dialog.getByRole('button', { name: '请他回应' }).click()
    // One sheet stands on another; the second key may come before the first sheet has gone.
    await expect(async () => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 1000 })
    }).toPass({ timeout: 20_000 })
  })
  await elder.page.getByRole('button', { name: '我来回应' }).click()
  await looksRight('in line', { zh: /您排第 1 位/, en: '' }, [elder])
  await press('请第一位发言')
  await looksRight('my turn in large letters', { zh: '轮到您发言', en: '' }, [elder])
  await expect(page.getByText('还剩不到 30 秒')).toBeVisible({ timeout: 200_000 })
  await looksRight('nearly over in large letters', { zh: /不到 30 秒了/, en: '' }, [elder])
  expect(await tones(chair), 'a bell that is muted').toBe(3)
  await elder.page.getByRole('button', { name: '说完了' }).click()

  await press('测温')
  await settle('开始')
  await looksRight('temperature', { zh: '有顾虑', en: 'Doubts' })
  await zh.page.getByRole('button', { name: '可以', exact: true }).click()
  await looksRight('temperature answered', { zh: '已记下，谢谢。', en: '' }, [zh])
  await press('结束，看结果')

  await test.step('a motion is told when it is made, and as another when its words change', async () => {
    await press('记一个动议')
    const mover = dialog.getByLabel('谁提的')
    const label = await mover.locator('option', { hasText: '物业' }).innerText()
    await mover.selectOption({ label })
    await dialog.getByLabel('选项').fill('早上 7 点前\n晚上 8 点后')
    await settle('记下')
    await expect.poll(() => said(elder, '有人提出动议')).toBe(1)
    await en.page.getByRole('button', { name: 'I second it' }).click()
    await press('改文字')
    await dialog.getByLabel('为什么改').fill('说清楚牵绳')
    await dialog.getByLabel('动议的文字').fill('遛狗都牵绳')
    await settle('改')
    await expect.poll(() => said(elder, '动议的文字改了：遛狗都牵绳')).toBe(1)
    expect(await said(elder, '有人提出动议')).toBe(1)
  })
  await looksRight('motion', { zh: '遛狗都牵绳', en: '遛狗都牵绳' })
  await press('撤回')
  await dialog.getByLabel('理由').fill('按通知里的文字表决')
  await settle('撤回')

  await press('问一遍：还有要说的吗')
  await looksRight('any more?', {
    zh: '还有要说的吗？',
    en: 'Does anybody still want to speak?',
  })
  await press('先问一句：有没有不同意见')
  await looksRight('consensus', { zh: /这样定，有没有不同意见/, en: /does anybody object/ })

  await test.step('an objection half written stays while a ballot opens, and after it is closed', async () => {
    await zh.page.getByRole('button', { name: '我有不同意见' }).click()
    const sheet = zh.page.getByRole('dialog')
    const text = sheet.getByLabel('您不同意的是什么')
    await text.pressSequentially(OBJECTION)
    await sheet.getByRole('button', { name: '不了，返回' }).click()
    await zh.page.getByRole('button', { name: '我有不同意见' }).click()
    await expect(text).toHaveValue(OBJECTION)
    await text.focus()
    await text.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 2))
    await twoHundredTimes([
      { type: 'change-place', seatId: officerSeat, where: 'remote' },
      { type: 'change-place', seatId: officerSeat, where: 'hall' },
    ])
    await expect(text).toHaveValue(OBJECTION)
    await expect(text).toBeFocused()
    expect(await text.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(2)
    await press('没形成共识，再商量')
    await page.getByRole('radio', { name: '记名', exact: true }).check()
    await press('开放表决')
    await expect(sheet.getByRole('status')).toContainText('开始表决了')
    await expect(text).toHaveValue(OBJECTION)
    await expect(text).toBeFocused()
    expect(await seriousFindings(zh.page)).toEqual([])
    await sheet.getByRole('button', { name: '不了，返回' }).click()
  })
  await looksRight('ballot', { zh: /^赞成/, en: /^For/ })
  for (const actor of phones) {
    await expect
      .poll(() =>
        said(actor, actor === en || actor === elderEn ? 'Voting has opened' : '开始表决'),
      )
      .toBe(1)
  }
  await looksRight('watches a ballot', { zh: /不参加表决|名册|没有表决权|不在/, en: '' }, [
    officer,
  ])

  await test.step('an open vote by key: chosen, cast, changed', async () => {
    await tabTo(zh.page, zh.page.getByRole('radio', { name: /^赞成/ }))
    await zh.page.keyboard.press('ArrowDown')
    await expect(zh.page.getByRole('radio', { name: /^反对/ })).toBeChecked()
    await expect(zh.page.getByText('还没投出去', { exact: false }).first()).toBeVisible()
    await zh.page.keyboard.press('ArrowUp')
    await expect(zh.page.getByRole('radio', { name: /^赞成/ })).toBeChecked()
    await looksRight('chosen, not cast', { zh: '投出：赞成', en: '' }, [zh])
    await pressByKey(zh.page, zh.page.getByRole('button', { name: '投出：赞成' }))
    await expect(zh.page.getByRole('heading', { name: '您的一票已记录' })).toBeFocused()
    await looksRight('receipt', { zh: '您的一票已记录', en: '' }, [zh])
    await pressByKey(zh.page, zh.page.getByRole('button', { name: '改我的一票' }), 'Space')
    await tabTo(zh.page, zh.page.getByRole('radio', { name: /^赞成/ }))
    await zh.page.keyboard.press('ArrowDown')
    await pressByKey(zh.page, zh.page.getByRole('button', { name: '投出：反对' }))
    await expect(zh.page.getByRole('heading', { name: '您的一票已记录' })).toBeFocused()
    await expect(zh.page.getByText('反对', { exact: true })).toBeVisible()

    await tabTo(elder.page, elder.page.getByRole('radio', { name: /^赞成/ }))
    await elder.page.keyboard.press('Space')
    await looksRight('large letters: looked at once more', { zh: '就投这个', en: '' }, [elder])
    await pressByKey(elder.page, elder.page.getByRole('button', { name: '就投这个' }))
    await looksRight('large letters: receipt', { zh: '投好了', en: '' }, [elder])
  })

  await press('作废，重新表决')
  await dialog.getByRole('button', { name: '关早了，还有人没投' }).click()
  await settle('作废')
  await looksRight('void', { zh: /作废/, en: /void/i }, [zh])
  await page.getByRole('radio', { name: '不记名', exact: true }).check()
  await press('开放表决')

  await test.step('a secret vote by key: final, and its receipt does not say what', async () => {
    await expect(zh.page.getByText('不记名。', { exact: false }).first()).toBeVisible()
    await tabTo(zh.page, zh.page.getByRole('radio', { name: /^赞成/ }))
    await zh.page.keyboard.press('Space')
    await expect(zh.page.getByText('不记名票投出后不能改', { exact: false })).toBeVisible()
    await pressByKey(zh.page, zh.page.getByRole('button', { name: '投出：赞成' }), 'Space')
    await expect(zh.page.getByRole('heading', { name: '您的一票已记录' })).toBeFocused()
    await expect(
      zh.page.getByText('为保密，这里不显示您选了什么', { exact: false }),
    ).toBeVisible()
    await expect(zh.page.getByRole('button', { name: '改我的一票' })).toHaveCount(0)
    await tabTo(en.page, en.page.getByRole('radio', { name: /^For/ }))
    await en.page.keyboard.press('ArrowUp')
    await expect(en.page.getByRole('radio', { name: /^Abstain/ })).toBeChecked()
    await looksRight('chosen, not cast', { zh: '', en: /Cast/ }, [en])
    await pressByKey(en.page, en.page.getByRole('button', { name: /^Cast/ }))
    await expect(en.page.getByRole('heading', { name: 'Your vote is recorded' })).toBeFocused()
    await looksRight('secret receipt', { zh: '', en: 'Your vote is recorded' }, [en])
    await tabTo(elderEn.page, elderEn.page.getByRole('radio', { name: /^For/ }))
    await elderEn.page.keyboard.press('ArrowDown')
    await looksRight('large letters: looked at once more', { zh: '', en: /Against/ }, [elderEn])
    await pressByKey(elderEn.page, elderEn.page.getByRole('button', { name: 'Cast this vote' }))
    await looksRight('large letters: receipt', { zh: '', en: 'Done' }, [elderEn])
  })
  await press('关闭表决并计票')
  await page.getByRole('alertdialog').getByRole('button', { name: '关闭并计票' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await looksRight(
    'result',
    { zh: /^未通过|没有通过|人数不够/, en: /Not carried|Quorum not met/ },
    [zh, en],
  )
  for (const actor of phones) {
    await expect
      .poll(() =>
        said(actor, actor === en || actor === elderEn ? 'There is a result' : '有结果了'),
      )
      .toBe(1)
  }
  for (const actor of [zh, en]) {
    await pressByKey(
      actor.page,
      actor.page.getByRole('button', { name: /回到会议|Back to the meeting/ }),
    )
  }
  await looksRight('result on the item', { zh: BALLOT_ITEM.title, en: BALLOT_ITEM.title }, [
    zh,
    en,
  ])

  await looksRight(
    'a result waits, in large letters',
    { zh: '有结果了，点这里去看', en: 'There is a result. Press here to see.' },
    [elder, elderEn],
  )
  for (const actor of [elder, elderEn]) {
    await pressByKey(
      actor.page,
      actor.page.getByRole('button', { name: /点这里去看|Press here to see/ }),
    )
  }
  await looksRight('result, in large letters', { zh: '未通过', en: 'Not carried' }, [
    elder,
    elderEn,
  ])

  await press(new RegExp(`^开始这一项.*${CONSENSUS_ITEM.title}`))
  await press('休会')
  await dialog.getByRole('radio', { name: '10 分钟' }).check()
  await settle('开始休息')
  await looksRight('break', { zh: '休会中', en: 'On a break' })
  await press('继续开会')

  await test.step('offline: the banner, after four seconds', async () => {
    for (const actor of phones) await actor.wire.cut()
  })
  await looksRight('offline', { zh: /网络断了，正在重连/, en: /reconnecting/i })
  for (const actor of phones) actor.wire.mend()
  for (const actor of phones) {
    await expect(actor.page.getByText(/网络断了，正在重连|reconnecting/i)).toHaveCount(0, {
      timeout: 40_000,
    })
  }

  await press('散会待续')
  await dialog.getByRole('button', { name: '停电' }).click()
  await settle('散会待续')
  await looksRight('broken off', { zh: /先散会，还会复会/, en: /Broken off/ })
  // Everybody is still here, so nothing is asked.
  await press('复会')
  await expect(page.getByRole('button', { name: '休会' }).first()).toBeVisible()

  await test.step('removed: nothing of the meeting stays', async () => {
    const desk = await somebody('desk')
    await signIn(desk, 'linyafang')
    for (const who of [officer, en]) {
      const name = who === officer ? '民警' : '居民'
      await desk.page.goto(`/desk/sessions/${meetingId}`)
      await desk.page.getByText('换某个人的链接').click()
      const whose = desk.page.getByLabel('谁的链接')
      const option = whose.locator('option', { hasText: name }).last()
      await whose.selectOption({ label: await option.innerText() })
      await desk.page.getByRole('button', { name: '作废旧链接，换新的' }).first().click()
      await expect(
        who.page.getByText(/您已离开会议|You are no longer in this meeting/),
      ).toBeVisible()
      await expect(who.page.getByText(CONSENSUS_ITEM.title)).toHaveCount(0)
      expect(await seriousFindings(who.page)).toEqual([])
    }
  })

  await press(/^散会$/)
  await settle('散会')
  await looksRight('ended', { zh: '会开完了', en: 'The meeting is over' }, [zh, elder, elderEn])
})
