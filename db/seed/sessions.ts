import type {
  AgendaItemKind,
  DecisionMethod,
  Room,
  Secrecy,
  Stance,
} from '#app/domain/meetings/meeting.ts'
import type { TopicType } from '#app/domain/voting/authority.ts'

/** A seat by role and number in the compound's roster: `residents-1`, `property-1`, `police-1`. */
export type SeedSeat = `${'residents' | 'property' | 'owners' | 'police' | 'cadre'}-${number}`

export type SeedTask = {
  title: string
  lead: SeedSeat
  helpers: SeedSeat[]
  /** Days after the session. */
  dueAfter: number
}

export type SeedItem = {
  kind: AgendaItemKind
  title: string
  minutes: number
  /** Key of the matter this item takes up. */
  matter?: string
  topicType?: TopicType
  proposal?: string
  method: DecisionMethod
  secrecy: Secrecy
  turns: readonly [SeedSeat, Stance, seconds: number][]
  decided?:
    | { by: 'consensus' }
    | { by: 'ballot'; yes: number; no: number; abstain: number; quiet: number }
  tasks?: readonly SeedTask[]
  parked?: readonly string[]
  /** What the recorder wrote. */
  summary: string
  dissent?: readonly { text: string; answer: string }[]
}

export type SeedSession = {
  key: string
  compound: string
  room: Room
  number: number
  daysAgo: number
  durationMinutes: number
  /** Seats that stayed away. */
  absent: readonly SeedSeat[]
  overrideReason?: string
  items: readonly SeedItem[]
  ends: 'closed' | 'prepared' | 'confirmed' | 'published'
}

const opening = (title: string, minutes: number, turns: SeedItem['turns'] = []): SeedItem => ({
  kind: 'report-back',
  title,
  minutes,
  method: 'none',
  secrecy: 'open',
  turns,
  summary: '到会人数和议事规则已当场念过，无人提出意见。',
})

const closing: SeedItem = {
  kind: 'open-floor',
  title: '自由发言、宣读记录',
  minutes: 8,
  method: 'none',
  secrecy: 'open',
  turns: [],
  summary: '记录人宣读记录，到会人员无异议。',
}

/** The sessions of the past weeks, with who spoke, what was decided and who took it on. */
export const SEED_SESSIONS: readonly SeedSession[] = [
  {
    key: 'fengming-8',
    compound: 'fengming',
    room: 'council',
    number: 8,
    daysAgo: 66,
    durationMinutes: 90,
    absent: ['residents-7', 'residents-12', 'police-2'],
    ends: 'published',
    items: [
      opening('上次事项办理情况', 6, [['property-1', 'question', 150]]),
      {
        kind: 'decision',
        title: '7幢西侧建电动自行车集中充电棚',
        minutes: 40,
        matter: 'fm-shed',
        topicType: 'common-parts-use',
        proposal: '同意在 7 幢西侧空地建 36 个车位的集中充电棚',
        method: 'ballot',
        secrecy: 'secret',
        turns: [
          ['residents-1', 'for', 165],
          ['property-1', 'question', 140],
          ['residents-4', 'against', 175],
          ['owners-1', 'for', 120],
          ['police-1', 'question', 95],
          ['residents-6', 'against', 110],
        ],
        decided: { by: 'ballot', yes: 15, no: 3, abstain: 1, quiet: 0 },
        tasks: [
          {
            title: '公示三家报价并确定施工单位',
            lead: 'owners-1',
            helpers: ['cadre-3'],
            dueAfter: 20,
          },
          {
            title: '充电棚施工与验收',
            lead: 'property-1',
            helpers: ['police-1'],
            dueAfter: 54,
          },
        ],
        summary:
          '各方认为楼道充电风险大，同意集中建棚。预算 11.2 万元，从公共收益列支，不向业主另收。',
        dissent: [
          {
            text: '担心离 7 幢太近，夜里吵、怕着火。',
            answer: '与外墙净距 12 米，加装喷淋和实体隔墙；23:00 后停止换位，只充不放音。',
          },
          { text: '占了孩子玩的空地。', answer: '1 幢北侧废弃花坛改为活动角。' },
        ],
      },
      closing,
    ],
  },
  {
    key: 'xishan-4',
    compound: 'xishan',
    room: 'council',
    number: 4,
    daysAgo: 20,
    durationMinutes: 80,
    absent: [
      'residents-2',
      'residents-3',
      'residents-8',
      'residents-9',
      'residents-11',
      'police-1',
      'police-2',
    ],
    overrideReason:
      '派出所当晚有紧急警务，两位民警请假；本次议题不涉及治安，到会各方同意继续。',
    ends: 'published',
    items: [
      opening('上次事项办理情况', 5),
      {
        kind: 'decision',
        title: '4幢加装电梯方案',
        minutes: 45,
        matter: 'xs-lift',
        topicType: 'rebuild-or-alter',
        proposal: '同意以北侧方案征求 4 幢业主意见',
        method: 'ballot',
        secrecy: 'open',
        turns: [
          ['residents-1', 'for', 170],
          ['residents-4', 'against', 178],
          ['owners-1', 'for', 90],
          ['property-1', 'question', 100],
        ],
        decided: { by: 'ballot', yes: 12, no: 2, abstain: 2, quiet: 0 },
        tasks: [
          {
            title: '完成北侧方案采光实测并公示',
            lead: 'owners-1',
            helpers: ['property-2'],
            dueAfter: 30,
          },
        ],
        summary: '六楼老人出行困难，多数赞成。一楼两户担心采光，约定先实测再公示。',
        dissent: [
          { text: '一楼北窗会不会更暗？', answer: '请第三方实测，结果公示后再进入业主表决。' },
        ],
      },
      closing,
    ],
  },
  {
    key: 'xianghe-6',
    compound: 'xianghe',
    room: 'council',
    number: 6,
    daysAgo: 13,
    durationMinutes: 70,
    absent: ['residents-5', 'owners-3'],
    ends: 'published',
    items: [
      opening('上次事项办理情况', 6, [['property-1', 'question', 130]]),
      {
        kind: 'decision',
        title: '北门道闸更换期间的通行安排',
        minutes: 20,
        matter: 'gate-bar',
        topicType: 'soft-matter',
        proposal: '道闸更换期间北门只出不进，物业每天 7:00 到 9:00 派人引导',
        method: 'consensus',
        secrecy: 'open',
        turns: [
          ['residents-1', 'question', 95],
          ['property-1', 'for', 120],
          ['residents-3', 'for', 60],
        ],
        decided: { by: 'consensus' },
        tasks: [
          { title: '更换道闸电机', lead: 'property-1', helpers: ['property-2'], dueAfter: 12 },
        ],
        summary: '大家都同意，没有人提出不能接受。',
      },
      {
        kind: 'discussion',
        title: '3幢屋顶漏水维修进展',
        minutes: 20,
        matter: 'roof-leak',
        topicType: 'maintenance-fund-use',
        method: 'none',
        secrecy: 'open',
        turns: [
          ['owners-1', 'question', 150],
          ['residents-2', 'question', 80],
        ],
        parked: ['顶楼太阳能热水器支架要不要统一'],
        summary: '业委会介绍方案和预算，本幢业主意见征集继续进行。',
      },
      closing,
    ],
  },
  {
    key: 'mingxiang-3',
    compound: 'mingxiang',
    room: 'council',
    number: 3,
    daysAgo: 10,
    durationMinutes: 75,
    absent: ['residents-4', 'residents-10'],
    ends: 'published',
    items: [
      opening('上次事项办理情况', 5),
      {
        kind: 'decision',
        title: '南门夜间是否关闭',
        minutes: 30,
        matter: 'mx-patrol',
        topicType: 'owners-committee-mandate',
        proposal: '南门每晚 23:00 到次日 5:30 关闭，只留东门进出',
        method: 'ballot',
        secrecy: 'secret',
        turns: [
          ['residents-2', 'against', 160],
          ['property-1', 'for', 150],
          ['residents-5', 'against', 140],
          ['owners-2', 'question', 70],
        ],
        decided: { by: 'ballot', yes: 8, no: 9, abstain: 2, quiet: 0 },
        tasks: [
          {
            title: '夜班双人巡更并打卡公示',
            lead: 'property-1',
            helpers: ['police-1'],
            dueAfter: 15,
          },
        ],
        summary: '上夜班的住户反对关门，赞成没有过半。改由物业加强夜间巡更，一个月后再看。',
        dissent: [
          {
            text: '上夜班的人要多走十分钟。',
            answer: '先加强巡更，不关门；下次会议看打卡记录。',
          },
        ],
      },
      closing,
    ],
  },
  {
    key: 'lanxi-17',
    compound: 'lanxi',
    room: 'council',
    number: 17,
    daysAgo: 7,
    durationMinutes: 90,
    absent: ['residents-9', 'police-2'],
    ends: 'published',
    items: [
      opening('上次事项办理情况', 6, [['property-1', 'question', 170]]),
      {
        kind: 'decision',
        title: '8幢出入口加装扶手',
        minutes: 20,
        matter: 'elder-ramp',
        topicType: 'property-service',
        proposal: '请物业在 8 幢出入口两侧加装扶手和防滑条',
        method: 'consensus',
        secrecy: 'open',
        turns: [
          ['residents-1', 'for', 110],
          ['residents-6', 'for', 90],
          ['property-2', 'question', 120],
        ],
        decided: { by: 'consensus' },
        tasks: [
          {
            title: '安装双侧扶手和防滑条',
            lead: 'property-1',
            helpers: ['owners-2'],
            dueAfter: 13,
          },
        ],
        summary: '各方都同意，费用在物业合同范围内。',
      },
      {
        kind: 'decision',
        title: '访客车辆限时免费',
        minutes: 30,
        topicType: 'owners-committee-mandate',
        matter: 'visitor-car',
        proposal: '建议访客车辆每天前 3 小时免费',
        method: 'ballot',
        secrecy: 'open',
        turns: [
          ['residents-3', 'for', 150],
          ['property-1', 'against', 165],
          ['owners-1', 'question', 80],
          ['residents-2', 'for', 75],
        ],
        decided: { by: 'ballot', yes: 14, no: 4, abstain: 2, quiet: 0 },
        tasks: [
          {
            title: '测算停车收入影响并拿出细则',
            lead: 'owners-1',
            helpers: ['property-1'],
            dueAfter: 21,
          },
        ],
        summary: '多数赞成前 3 小时免费，请业委会按规则决定。',
        dissent: [
          { text: '停车收入会少，保安费用从哪来？', answer: '业委会先测算三个月数据再定。' },
        ],
        parked: ['快递车从哪个门进'],
      },
      closing,
    ],
  },
  {
    key: 'xianghe-tea-3',
    compound: 'xianghe',
    room: 'tearoom',
    number: 3,
    daysAgo: 9,
    durationMinutes: 60,
    absent: ['residents-11', 'residents-13'],
    ends: 'confirmed',
    items: [
      {
        ...opening('上次茶室说的事办到哪了', 8, [['property-1', 'question', 140]]),
        summary: '上次说的三件事，两件办好，架空层照明还差两盏灯，本周装上。',
      },
      {
        kind: 'discussion',
        title: '停水通知来得太晚',
        minutes: 18,
        method: 'none',
        secrecy: 'open',
        turns: [
          ['residents-2', 'against', 120],
          ['property-1', 'question', 95],
          ['residents-6', 'question', 70],
        ],
        summary: '物业答应：计划停水提前一天贴到单元门，也发到楼栋群；临时停水半小时内通知。',
      },
      {
        kind: 'discussion',
        title: '架空层能不能放几张桌椅',
        minutes: 18,
        method: 'none',
        secrecy: 'open',
        turns: [
          ['residents-4', 'for', 90],
          ['residents-8', 'against', 80],
          ['owners-1', 'question', 75],
        ],
        summary: '有人想要，有人怕吵。先记进民声簿，带到下一次议事厅商量。',
      },
      closing,
    ],
  },
  {
    key: 'fengming-9',
    compound: 'fengming',
    room: 'council',
    number: 9,
    daysAgo: 2,
    durationMinutes: 80,
    absent: ['residents-3', 'residents-14'],
    ends: 'prepared',
    items: [
      opening('上次事项办理情况', 6, [['property-1', 'question', 140]]),
      {
        kind: 'decision',
        title: '雨棚样式统一',
        minutes: 35,
        matter: 'canopy',
        topicType: 'other-major-owners-matter',
        proposal: '推荐灰色铝合金、外伸不超过 60 厘米的样式',
        method: 'ballot',
        secrecy: 'secret',
        turns: [
          ['residents-2', 'for', 120],
          ['residents-5', 'against', 150],
          ['owners-1', 'for', 140],
          ['property-1', 'question', 60],
        ],
        decided: { by: 'ballot', yes: 13, no: 5, abstain: 1, quiet: 0 },
        tasks: [
          {
            title: '选定 2 种样式并公示',
            lead: 'owners-1',
            helpers: ['property-1'],
            dueAfter: 12,
          },
        ],
        summary: '多数赞成灰色样式；已装好的不强制更换，新装按统一样式。',
        dissent: [{ text: '已经装了的要不要拆？', answer: '不强制拆，更换时按统一样式。' }],
      },
      closing,
    ],
  },
]

/** The agenda of the session that a newcomer walks into, and how far it has come. */
export const RUNNING_SESSION = {
  key: 'lanxi-18',
  compound: 'lanxi',
  number: 18,
  /** Minutes the session has been running when the demo is loaded. */
  runningMinutes: 37,
  absent: ['residents-11', 'residents-14', 'police-2'] as readonly SeedSeat[],
  items: [
    { ...opening('签到，宣读议事规则', 3), spent: 4 },
    { ...opening('上次事项办理情况', 5, [['property-1', 'question', 150]]), spent: 7 },
    {
      kind: 'decision',
      title: '电动自行车集中充电棚选址',
      minutes: 36,
      matter: 'ebike-shed',
      topicType: 'common-parts-use',
      proposal: '同意在 3 幢东侧空地建集中充电棚（28 位，公共收益支出）',
      method: 'ballot',
      secrecy: 'secret',
      turns: [
        ['residents-3', 'for', 160],
        ['owners-2', 'question', 120],
        ['cadre-3', 'question', 90],
        ['residents-4', 'for', 165],
        ['property-1', 'question', 175],
        ['residents-5', 'against', 130],
      ],
      summary: '',
    },
    {
      kind: 'decision',
      title: '消防通道划线与楼道停车约定',
      minutes: 20,
      matter: 'fire-lane',
      topicType: 'soft-matter',
      proposal: '1 幢至 4 幢之间划消防通道黄线，楼道门厅不停车',
      method: 'consensus',
      secrecy: 'open',
      turns: [],
      summary: '',
    },
    {
      kind: 'discussion',
      title: '6幢电梯更换曳引绳使用维修资金',
      minutes: 15,
      matter: 'lift-rope',
      topicType: 'maintenance-fund-use',
      method: 'none',
      secrecy: 'open',
      turns: [],
      summary: '',
    },
    { ...closing, title: '宣读记录、签字', minutes: 6 },
  ] as readonly (SeedItem & { spent?: number })[],
  speaking: ['residents-1', 'for'] as const,
  hands: [
    ['police-1', 'question'],
    ['owners-1', 'against'],
    ['property-2', 'question'],
    ['residents-2', 'against'],
    ['residents-3', 'for'],
    ['cadre-4', 'question'],
  ] as readonly [SeedSeat, Stance][],
  parked: ['地下车库能不能也装充电口', '快递车从哪个门进'],
}

/**
 * Two neighbours and a mediator, the evening after next. Nobody but the three,
 * the recorder included, is to find a trace of it anywhere.
 */
export const TALK_SESSION = {
  key: 'fengming-talk-2',
  compound: 'fengming',
  room: 'talkroom',
  number: 2,
  invites: ['residents-4', 'residents-9'] as readonly SeedSeat[],
  items: [
    {
      kind: 'discussion',
      title: '4幢楼上漏水怎么修、怎么赔',
      minutes: 50,
      matter: 'balcony-water',
      topicType: 'neighbour-dispute',
      method: 'none',
      secrecy: 'open',
      turns: [],
      summary: '',
    },
  ] as readonly SeedItem[],
} as const

/** Tonight at 19:30. */
export const TONIGHT_SESSION = {
  key: 'fengming-10',
  compound: 'fengming',
  number: 10,
  items: [
    opening('上次事项办理情况', 6),
    {
      kind: 'decision',
      title: '新能源车充电桩选址',
      minutes: 30,
      matter: 'ev-charger',
      topicType: 'common-parts-use',
      proposal: '建议在北侧 6 个地面车位安装充电桩',
      method: 'ballot',
      secrecy: 'secret',
      turns: [],
      summary: '',
    },
    {
      kind: 'decision',
      title: '垃圾投放点开放时间',
      minutes: 20,
      matter: 'waste-point',
      topicType: 'soft-matter',
      proposal: '投放点每天 6:00 到 9:00、17:30 到 21:00 开放',
      method: 'consensus',
      secrecy: 'open',
      turns: [],
      summary: '',
    },
    closing,
  ] as readonly SeedItem[],
}
