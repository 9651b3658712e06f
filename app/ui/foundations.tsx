import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowUp,
  IconCalendar,
  IconCheck,
  IconCircleCheck,
  IconFlag,
  IconHandStop,
  IconInfoCircle,
  IconRefresh,
  IconWifiOff,
} from '@tabler/icons-react'
import { Banner } from './banner.tsx'
import { BrandMark } from './brand-mark.tsx'
import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { DoubleRule } from './double-rule.tsx'
import { EmptyState } from './empty-state.tsx'
import { FormSpecimens } from './foundations-forms.tsx'
import { STATUS_SPECIMENS } from './foundations-status.ts'
import { Gauge } from './gauge.tsx'
import { Monogram } from './monogram.tsx'
import { Note } from './note.tsx'
import { Plate } from './plate.tsx'
import { Ring } from './ring.tsx'
import { RoundTable } from './round-table.tsx'
import { Seal } from './seal.tsx'
import type { SideSeats } from './seats-round.ts'
import { Skeleton } from './skeleton.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { Timeline } from './timeline.tsx'

const HUES = {
  tea: ['茶青 tea', '主色、通过、议事厅'],
  cinnabar: ['朱砂 cinnabar', '只用于印章'],
  amber: ['琥珀 amber', '快到期、提问、茶室'],
  dai: ['黛蓝 dai', '已通知、反对'],
  zisha: ['紫砂 zisha', '和邻话室、业委会'],
  jujube: ['枣红 jujube', '逾期、作废、重办'],
  teal: ['湖青 teal', '待回访、两委'],
} as const
const NEUTRALS = [
  'paper',
  'surface',
  'raised',
  'sunken',
  'line',
  'line-2',
  'ink-3',
  'ink-2',
  'ink',
]
const STEPS_OF_HUE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const SIDES = {
  residents: '居民代表 Residents',
  property: '物业 Property',
  owners: '业委会 Owners',
  committees: '两委 Community',
  police: '民警 Police',
  others: '列席 Observers',
} as const

const TONIGHT: SideSeats[] = [
  { side: 'residents', here: 14, expected: 16 },
  { side: 'property', here: 2, expected: 2 },
  { side: 'owners', here: 3, expected: 3 },
  { side: 'committees', here: 3, expected: 3 },
  { side: 'police', here: 1, expected: 2 },
]

const TITLES = [
  ['fd-display', '19:30'],
  ['fd-h1', '充电棚建在哪里'],
  ['fd-h2', '电动自行车集中充电棚选址'],
  ['fd-h3', '谁来办、办到哪了'],
  ['fd-body', '居民正文 17/1.65 黑体。通知以外的事项，会上不作表决。'],
  ['fd-desk', '工作台正文 15/1.6。'],
  ['fd-min', '最小 13，只在工作台的次要信息。'],
] as const

const VOTES = [
  { group: '居民代表', yes: 10, no: 4, abstain: 2 },
  { group: '物业', yes: 2, no: 0, abstain: 0 },
]

const SEEN = {
  name: '730议事厅',
  sentence: '茶青、纸白、墨、一点朱砂。每个状态都有颜色、图标和文字三样。',
  empty: '河滨社区近 30 天没有会议。有事可以先提上来。',
  kept: '服务器没有回应。内容留在本机，点一下再试。编号 E-2107',
  offline: '网络断了，正在重连',
  moved: '会议到下一项了',
  look: '点这里去看',
  left: '本项剩余',
  refused: '您还没签到，暂时不能投。签到后马上就能投。',
  unsure: '拿不准就先开民情茶室。',
}

/** Every part in its states, to look at: in light and dark, in large type, and on a phone. */
export function Foundations() {
  return (
    <main className="fd" id="main">
      <header className="row fd-head">
        <Plate room="hall" size="large" digits="730">
          议事厅
        </Plate>
        <div>
          <h1>730议事厅　设计基础</h1>
          <p className="ink2">{SEEN.sentence}</p>
        </div>
        <span className="end">
          <BrandMark>{SEEN.name}</BrandMark>
        </span>
      </header>
      <Colours />
      <div className="g3">
        <Rooms />
        <Table5 />
        <Seals />
      </div>
      <TypeAndParts />
      <DoubleRule title="填写">
        <FormSpecimens />
      </DoubleRule>
      <div className="g3">
        {STATUS_SPECIMENS.map(({ title, rows }) => (
          <StatusList key={title} title={title} rows={rows} />
        ))}
      </div>
      <Course />
      <EmptyWaitWrong />
    </main>
  )
}

function Colours() {
  return (
    <DoubleRule title="颜色" aside="同一号的明暗相同">
      {Object.entries(HUES).map(([hue, [name, use]]) => (
        <div className="swr" key={hue}>
          <b>
            {name}
            <small>{use}</small>
          </b>
          {STEPS_OF_HUE.map((step) => (
            <i
              key={step}
              style={{
                background: `var(--${hue}-${step})`,
                color: step < 5 ? '#1D2421' : '#fff',
              }}
            >
              {step}
            </i>
          ))}
        </div>
      ))}
      <div className="swr">
        <b>纸与墨</b>
        {NEUTRALS.map((name, index) => (
          <i
            key={name}
            style={{
              background: `var(--${name})`,
              color: name === 'line-2' ? '#000' : index < 5 ? 'var(--ink)' : 'var(--paper)',
            }}
          >
            {name}
          </i>
        ))}
      </div>
    </DoubleRule>
  )
}

function Rooms() {
  return (
    <DoubleRule title="三间屋">
      <div className="row top wrap">
        <Plate room="hall" size="large" digits="730">
          议事厅
        </Plate>
        <Plate room="tea">民情茶室</Plate>
        <Plate room="talk" size="small">
          和邻话室
        </Plate>
        <div className="fd-col">
          <Plate room="hall" size="bar" digits="730">
            议事厅
          </Plate>
          <Plate room="tea" size="bar">
            民情茶室
          </Plate>
          <Plate room="talk" size="bar">
            Mediation room
          </Plate>
        </div>
      </div>
    </DoubleRule>
  )
}

function Table5() {
  return (
    <DoubleRule title="五方一圈">
      <div className="row wrap">
        <RoundTable
          sides={TONIGHT}
          count={23}
          caption="到会 / 应到 26"
          summary="居民代表到 14 应到 16，物业到 2 应到 2，业委会到 3 应到 3，两委到 3 应到 3，民警到 1 应到 2"
        />
        <ul className="fd-col">
          {Object.entries(SIDES).map(([side, label]) => (
            <li className="row" key={side}>
              <Monogram side={side as keyof typeof SIDES} />
              {label}
            </li>
          ))}
        </ul>
      </div>
      <div className="row">
        <Monogram side="residents" size="small" label="居民代表" />
        <Monogram side="police" size="large" label="民警" />
        <Monogram side="owners" size="large" label="业委会，还没到" away />
      </div>
    </DoubleRule>
  )
}

function Seals() {
  return (
    <DoubleRule title="印章">
      <div className="row wrap fd-seals">
        <Seal text="通过" size="large" />
        <Seal text="已投" />
        <Seal text="形成建议" open />
        <Seal text="Carried" size="small" />
      </div>
    </DoubleRule>
  )
}

function TypeAndParts() {
  return (
    <DoubleRule title="字与件">
      <div className="fd-two">
        <div className="fd-col">
          {TITLES.map(([className, words]) => (
            <p key={className} className={className}>
              {words}
            </p>
          ))}
        </div>
        <div className="fd-col">
          <div className="row wrap">
            <Button look="primary" icon={IconHandStop}>
              举手
            </Button>
            <LinkButton to="." look="soft">
              回到会议
            </LinkButton>
            <Button>看议程</Button>
            <Button look="ghost">稍后</Button>
            <Button look="stop" icon={IconArrowBackUp}>
              作废重来
            </Button>
            <Button look="primary" disabled>
              先选一项
            </Button>
            <Button look="primary" busy>
              正在记
            </Button>
          </div>
          <div className="row wrap">
            <Button look="primary" size="small">
              请发言
            </Button>
            <Button size="small">+1 分</Button>
            <Button square icon={IconArrowUp}>
              上移
            </Button>
            <Button look="primary" size="large">
              签到
            </Button>
          </div>
          <Gauge
            label="同意·按面积"
            icon={IconCircleCheck}
            numerator={1_690_233}
            denominator={2_241_876}
            line={{ numerator: 3, denominator: 4, strict: false }}
            lineLabel="3/4"
            sum="16,902.33 ÷ 22,418.76 ㎡　过线 16,814.07，"
            margin="多 88.26 ㎡"
          />
          <Gauge
            label="到会"
            numerator={3}
            denominator={26}
            line={{ numerator: 1, denominator: 2, strict: true }}
            lineLabel="过半"
            sum="3 ÷ 26 人　过线 14，"
            margin="差 11 人"
          />
          <div className="stack" role="img" aria-label="赞成 168，反对 46，弃权 17">
            <i className="v-yes" style={{ flex: 168 }} />
            <i className="v-no" style={{ flex: 46 }} />
            <i className="v-abs" style={{ flex: 17 }} />
          </div>
          <div className="row wrap">
            <Ring part={0.7}>
              <b>9:58</b>
              <br />
              <span className="xs muted">{SEEN.left}</span>
            </Ring>
            <Ring part={0.12} warn>
              <b>0:38</b>
            </Ring>
            <Ring part={0.4} stale>
              <b className="stale">3:02</b>
            </Ring>
          </div>
        </div>
      </div>
    </DoubleRule>
  )
}

function StatusList({ title, rows }: (typeof STATUS_SPECIMENS)[number]) {
  return (
    <DoubleRule title={title}>
      <table className="voc">
        <tbody>
          {rows.map(({ zh, en, tone, icon, solid }) => (
            <tr key={en}>
              <td>
                <Tag tone={tone} icon={icon} solid={solid === true}>
                  {zh}
                </Tag>
              </td>
              <td lang="en">{en}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DoubleRule>
  )
}

function Course() {
  return (
    <DoubleRule title="经过、步骤、表">
      <div className="g3">
        <Timeline
          entries={[
            {
              id: 'plan',
              tone: 'stone',
              icon: IconCalendar,
              when: '12月3日 23:00（计划）',
              children: <p>夜间复测，居民、物业、社区三方到场。</p>,
            },
            {
              id: 'late',
              tone: 'jujube',
              icon: IconFlag,
              when: '11月25日 17:20　林雅芳',
              children: <b className="tt">发督办单第 6 号</b>,
            },
            {
              id: 'done',
              tone: 'tea',
              icon: IconCheck,
              when: '11月3日',
              children: <p>受理派单</p>,
            },
          ]}
        />
        <Steps
          steps={[
            {
              id: 'room',
              state: 'done',
              title: '选会议室',
              note: '730议事厅·蓝溪花园',
              to: '.',
            },
            { id: 'time', state: 'now', title: '时间与周期', stateLabel: '正在填' },
            { id: 'agenda', state: 'next', title: '议程' },
            { id: 'notice', state: 'stopped', title: '通知', note: '发出前 7 天' },
          ]}
        />
        <Table
          caption="各方怎么投的"
          rows={VOTES}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', head: '方', rowHead: true, cell: ({ group }) => group },
            { key: 'yes', head: '赞成', number: true, cell: ({ yes }) => yes },
            { key: 'no', head: '反对', number: true, cell: ({ no }) => no },
            { key: 'abstain', head: '弃权', number: true, cell: ({ abstain }) => abstain },
          ]}
        />
      </div>
    </DoubleRule>
  )
}

function EmptyWaitWrong() {
  return (
    <DoubleRule title="空、等、错、断">
      <div className="g4">
        <Card flush>
          <EmptyState
            title="还没有排会"
            action={
              <Button look="soft" size="small">
                我要提事
              </Button>
            }
          >
            {SEEN.empty}
          </EmptyState>
        </Card>
        <Card>
          <Skeleton
            label="正在取议程"
            bars={[
              { height: 14, width: '40%' },
              { height: 26, width: '86%' },
              { height: 26, width: '60%' },
              { height: 92 },
            ]}
          />
        </Card>
        <Card flush>
          <EmptyState
            title="没存上，您写的还在"
            trouble={{ icon: IconAlertTriangle, tone: 'amber' }}
            action={
              <Button look="primary" size="small" icon={IconRefresh}>
                再试一次
              </Button>
            }
          >
            {SEEN.kept}
          </EmptyState>
        </Card>
        <Card flush className="fd-clip">
          <Banner icon={IconWifiOff}>{SEEN.offline}</Banner>
          <Banner
            icon={IconInfoCircle}
            tone="tea"
            action={
              <a className="end" href="#main">
                {SEEN.look}
              </a>
            }
          >
            {SEEN.moved}
          </Banner>
          <div className="fd-col fd-pad">
            <Note tone="amber" icon={IconAlertTriangle}>
              {SEEN.refused}
            </Note>
            <Note tone="stone" icon={IconInfoCircle}>
              {SEEN.unsure}
            </Note>
          </div>
        </Card>
      </div>
    </DoubleRule>
  )
}
