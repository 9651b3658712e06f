import { checkIn, expect, goLive, seriousFindings, signIn, test } from './actors.ts'
import {
  answerVisit,
  countersOf,
  linksOf,
  photosAreClean,
  publishAll,
  reportWork,
  writeItDown,
} from './after-the-evening.ts'
import { BALLOT_ITEM, CONSENSUS_ITEM, convene } from './convene.ts'
import { raiseMatter } from './raise-matter.ts'

test('an evening, from the notice until the resident says that it is solved', async ({
  somebody,
}) => {
  test.setTimeout(600_000)
  const cadre = await somebody('cadre')
  await signIn(cadre, 'linyafang')
  const stranger = await somebody('stranger', { javaScript: false })
  const atFirst = await countersOf(stranger)
  const matter = await raiseMatter(cadre, '中心花园遛狗不牵绳')
  const { meetingId, links, screenLink } = await test.step('1 convene', () =>
    convene(cadre, { matter: matter.title }))

  const resident = await somebody('resident', { on: 'phone' })
  const neighbour = await somebody('neighbour', { on: 'phone', javaScript: false })
  const manager = await somebody('manager', { on: 'phone', language: 'en' })
  const officer = await somebody('officer', { on: 'phone' })
  const wall = await somebody('wall', { on: 'wall' })

  await test.step('2 be invited: what, when, where, and an answer', async () => {
    await resident.page.goto(links.resident)
    await expect(resident.page.getByText(BALLOT_ITEM.title)).toBeVisible()
    expect(await seriousFindings(resident.page)).toEqual([])
    await resident.page.getByText('我来', { exact: true }).click()
    await resident.page.getByRole('button', { name: '告诉社区' }).click()
    await expect(resident.page.getByText('记下了，您会来。到时见。')).toBeVisible()

    await neighbour.page.goto(links.neighbour)
    await neighbour.page.getByText('我来', { exact: true }).click()
    await neighbour.page.getByRole('button', { name: '告诉社区' }).click()
    await expect(neighbour.page.getByText('记下了，您会来。到时见。')).toBeVisible()

    await manager.page.goto(links.manager)
    await officer.page.goto(links.officer)
    const calendar = await resident.page.request.get(`/m/${meetingId}/calendar.ics`)
    expect(await calendar.text()).toContain('BEGIN:VEVENT')
  })

  const chair = cadre.page
  await test.step('3 check in by code, by form, and by the staff at the door', async () => {
    await goLive(cadre, `/meetings/${meetingId}/console`)
    await chair.getByRole('button', { name: '开始签到' }).click()
    await goLive(wall, screenLink)
    for (const actor of [resident, neighbour, manager, officer]) {
      await checkIn(actor, wall, meetingId)
    }
    await expect(wall.page.getByText('4', { exact: true }).first()).toBeVisible()
  })

  await test.step('4 hold it: open without one side, with a reason; speak in turn', async () => {
    await chair.getByRole('button', { name: '写明理由，先开会' }).click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByText('已等 15 分钟，在场的人同意先开').click()
    await dialog.getByRole('button', { name: '宣布开会' }).click()
    await chair
      .getByRole('button', { name: new RegExp(`^开始这一项.*${BALLOT_ITEM.title}`) })
      .click()
    await expect(wall.page.getByRole('heading', { level: 1 })).toContainText(BALLOT_ITEM.title)
    expect(await seriousFindings(wall.page)).toEqual([])

    await resident.page.getByRole('button', { name: '我反对' }).click()
    await expect(resident.page.getByText('已举手，您排第 1 位')).toBeVisible()
    await chair.getByRole('button', { name: '请发言' }).first().click()
    await expect(resident.page.getByText('轮到您发言了', { exact: true })).toBeVisible()
    await resident.page.getByRole('button', { name: '说完了' }).click()
    await expect(chair.getByText('现在没有人发言').first()).toBeVisible()
    expect(await seriousFindings(chair)).toEqual([])
  })

  await test.step('5 decide: one is cut off, one has no script, and each vote counts once', async () => {
    await chair.getByRole('button', { name: '问一遍：还有要说的吗' }).click()
    await chair.getByRole('button', { name: '开放表决' }).click()

    await resident.page.getByText('赞成', { exact: true }).first().click()
    await resident.wire.cut()
    await resident.page.getByRole('button', { name: '投出：赞成' }).click()
    await expect(resident.page.getByText('您的一票还没记上').first()).toBeVisible()

    await neighbour.page.goto(`/m/${meetingId}`)
    await neighbour.page.getByRole('radio', { name: /反对/ }).check()
    await neighbour.page.getByRole('button', { name: '下一步，核对一遍' }).click()
    await neighbour.page.getByRole('button', { name: '投出：反对' }).click()
    await expect(neighbour.page.getByText('您的一票已记录').first()).toBeVisible()

    await manager.page.getByText('For', { exact: true }).first().click()
    await manager.page.getByRole('button', { name: /^Cast/ }).click()
    await expect(manager.page.getByText('Your vote is recorded').first()).toBeVisible()

    resident.wire.mend()
    await expect(resident.page.getByText('您的一票已记录').first()).toBeVisible({
      timeout: 20_000,
    })
    expect(await seriousFindings(resident.page)).toEqual([])

    await chair.getByRole('button', { name: '关闭表决并计票' }).click()
    await chair.getByRole('button', { name: '关闭并计票' }).click()
    await expect(wall.page.getByText('通过').first()).toBeVisible()
    // Nobody at the table or on the wall was told who said what before it was over.
    expect(wall.wire.heard.join()).not.toMatch(/"choice"/)
  })

  await test.step('6 commit: a task with a lead and a day', async () => {
    await chair.getByRole('button', { name: '派任务' }).first().click()
    const dialog = chair.getByRole('dialog')
    await dialog.getByLabel('做什么').fill(TASK)
    await dialog.getByLabel('谁牵头').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: '定下来' }).click()
    await expect(dialog).toBeHidden()
    await expect(chair.getByText(TASK).first()).toBeVisible()
  })

  await test.step('5 decide without a vote: an objection, taken back, and then nobody objects', async () => {
    await chair
      .getByRole('button', { name: new RegExp(`^开始这一项.*${CONSENSUS_ITEM.title}`) })
      .click()
    await chair.getByRole('button', { name: '问一遍：还有要说的吗' }).click()
    await chair.getByRole('button', { name: '先问一句：有没有不同意见' }).click()
    await resident.page.getByRole('button', { name: '我有不同意见' }).click()
    await resident.page.getByLabel('您不同意的是什么').fill('9 点太早，我们 10 点才下班')
    await resident.page.getByRole('button', { name: '我不能接受，再商量' }).click()
    await expect(wall.page.getByText('有 1 人不能接受')).toBeVisible()
    const declare = chair.getByRole('button', { name: '没有不同意见，形成共识' })
    await expect(declare).toBeDisabled()
    await resident.page.getByRole('button', { name: '收回' }).click()
    await declare.click()
    await expect(wall.page.getByText('形成共识', { exact: false })).toBeVisible()
    await expect(wall.page.locator('.seal')).toBeVisible()
    expect(await seriousFindings(wall.page)).toEqual([])
    expect(wall.wire.heard.join()).not.toContain('我们 10 点才下班')

    await chair.getByRole('button', { name: '散会', exact: true }).click()
    await chair.getByRole('dialog').getByRole('button', { name: '散会', exact: true }).click()
    await expect(resident.page.getByText('会开完了').first()).toBeVisible()
  })

  const recorder = await somebody('recorder')
  await test.step('7 write it down: drafted from the log, edited, sealed, published masked', () =>
    writeItDown(recorder, {
      meetingId,
      said: '居民说早晚遛狗的人多。联系电话 13800138000，都同意牵绳。',
    }))
  const published = await publishAll(cadre, meetingId)
  expect(published).toHaveLength(2)

  await test.step('9 read it: a stranger without a script, in both languages', async () => {
    for (const path of published) {
      for (const language of ['zh-CN', 'en']) {
        await stranger.page.goto(`${path}?lang=${language}`)
        await expect(stranger.page.locator('html')).toHaveAttribute('lang', language)
        expect(await stranger.page.locator('body').innerText()).not.toMatch(
          /13800138000|10 点才下班/,
        )
      }
    }
    await stranger.page.goto(`${published[0] ?? ''}?lang=zh-CN`)
    await expect(stranger.page.getByRole('heading', { level: 1 })).toContainText('约定')
    await expect(stranger.page.getByText(TASK).first()).toBeVisible()
  })

  await test.step('8 follow up: reported with a photo, sent back once, solved at last', async () => {
    const { task, visit } = await linksOf(cadre, matter)
    await reportWork(manager, task, { kind: 'progress', text: '牌子做好了', photo: true })
    await photosAreClean(manager)
    await reportWork(manager, task, { kind: 'done', text: '三块牌子都装上了', photo: false })

    await answerVisit(neighbour, visit, {
      solved: 'no',
      satisfaction: 'dissatisfied',
      reason: '东边那块倒了',
    })
    await expect(neighbour.page.getByText('已退回重办')).toBeVisible()
    await stranger.page.goto(`/matters/${matter.matterId}?lang=zh-CN`)
    await expect(stranger.page.getByText('重办').first()).toBeVisible()
    expect(await countersOf(stranger)).toMatchObject({ solved: atFirst.solved })

    await reportWork(manager, task, { kind: 'done', text: '东边那块重新立好了', photo: true })
    await answerVisit(neighbour, visit, { solved: 'yes', satisfaction: 'satisfied' })
    await expect(neighbour.page.getByText('这件事办结了')).toBeVisible()
  })

  await test.step('9 the numbers have moved, and the timeline tells every step', async () => {
    expect(await countersOf(stranger)).toEqual({
      raised: atFirst.raised + 1,
      solved: atFirst.solved + 1,
      // It was sent back once, so it was not solved on time.
      onTime: atFirst.onTime,
      satisfied: atFirst.satisfied + 1,
    })
    for (const [language, steps] of Object.entries(TIMELINE)) {
      await stranger.page.goto(`/matters/${matter.matterId}?lang=${language}`)
      const text = await stranger.page.locator('main').innerText()
      for (const step of steps) expect(text).toContain(step)
      expect(text).not.toContain('孩子不敢下楼')
    }
    await photosAreClean(stranger)
  })

  await test.step('a stranger without a link is shown nothing of the meeting itself', async () => {
    for (const path of [
      `/m/${meetingId}`,
      `/desk/sessions/${meetingId}`,
      `/desk/sessions/${meetingId}/minutes`,
      `/meetings/${meetingId}/console`,
      `/meetings/${meetingId}/screen`,
    ]) {
      await stranger.page.goto(path)
      await expect(stranger.page.getByText(BALLOT_ITEM.proposal)).toHaveCount(0)
    }
  })
})

const TASK = '装三块提示牌'

/** Words of each step that the public is told, in the order in which they happened. */
const TIMELINE = {
  'zh-CN': [
    '受理',
    '列入议事会议程',
    TASK,
    '会上定了',
    '的约定',
    '牌子做好了',
    '三块牌子都装上了',
    '没解决',
    '退回重办',
    '东边那块重新立好了',
    '解决了',
    '办结',
  ],
  en: ['Accepted', TASK, '牌子做好了', 'Reopened', '东边那块重新立好了'],
}
