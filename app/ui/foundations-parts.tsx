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
import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { DoubleRule } from './double-rule.tsx'
import { EmptyState } from './empty-state.tsx'
import type { FoundationsWords } from './foundations-words.ts'
import { Gauge } from './gauge.tsx'
import { Note } from './note.tsx'
import { Ring } from './ring.tsx'
import { Skeleton } from './skeleton.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'
import { Timeline } from './timeline.tsx'

export function TypeAndParts({ words }: { words: FoundationsWords }) {
  return (
    <DoubleRule title={words.heads.parts}>
      <div className="fd-two">
        <div className="fd-col">
          {words.titles.map(([className, words]) => (
            <p key={className} className={className}>
              {words}
            </p>
          ))}
        </div>
        <div className="fd-col">
          <div className="row wrap">
            <Button look="primary" icon={IconHandStop}>
              {words.buttons.raise}
            </Button>
            <LinkButton to="." look="soft">
              {words.buttons.back}
            </LinkButton>
            <Button>{words.buttons.agenda}</Button>
            <Button look="ghost">{words.buttons.later}</Button>
            <Button look="stop" icon={IconArrowBackUp}>
              {words.buttons.void}
            </Button>
            <Button look="primary" disabled>
              {words.buttons.choose}
            </Button>
            <Button look="primary" busy>
              {words.buttons.busy}
            </Button>
          </div>
          <div className="row wrap">
            <Button look="primary" size="small">
              {words.buttons.speak}
            </Button>
            <Button size="small">{words.buttons.minute}</Button>
            <Button square icon={IconArrowUp}>
              {words.buttons.up}
            </Button>
            <Button look="primary" size="large">
              {words.buttons.checkIn}
            </Button>
          </div>
          <Gauge
            label={words.gauges.area}
            icon={IconCircleCheck}
            numerator={1_690_233}
            denominator={2_241_876}
            line={{ numerator: 3, denominator: 4, strict: false }}
            lineLabel="3/4"
            sum={words.gauges.areaSum}
            margin={words.gauges.areaMargin}
          />
          <Gauge
            label={words.gauges.present}
            numerator={3}
            denominator={26}
            line={{ numerator: 1, denominator: 2, strict: true }}
            lineLabel={words.gauges.half}
            sum={words.gauges.presentSum}
            margin={words.gauges.presentMargin}
          />
          <div className="stack" role="img" aria-label={words.split}>
            <i className="v-yes" style={{ flex: 168 }} />
            <i className="v-no" style={{ flex: 46 }} />
            <i className="v-abs" style={{ flex: 17 }} />
          </div>
          <div className="row wrap">
            <Ring part={0.7}>
              <b>9:58</b>
              <br />
              <span className="xs muted">{words.left}</span>
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

export function CourseSpecimens({ words }: { words: FoundationsWords }) {
  return (
    <DoubleRule title={words.heads.course}>
      <div className="g3">
        <Timeline
          entries={[
            {
              id: 'plan',
              tone: 'stone',
              icon: IconCalendar,
              when: words.entries.plan[0],
              children: <p>{words.entries.plan[1]}</p>,
            },
            {
              id: 'late',
              tone: 'jujube',
              icon: IconFlag,
              when: words.entries.late[0],
              children: <b className="tt">{words.entries.late[1]}</b>,
            },
            {
              id: 'done',
              tone: 'tea',
              icon: IconCheck,
              when: words.entries.done[0],
              children: <p>{words.entries.done[1]}</p>,
            },
          ]}
        />
        <Steps
          steps={[
            {
              id: 'room',
              state: 'done',
              title: words.steps.room,
              note: words.steps.roomNote,
              to: '.',
            },
            { id: 'time', state: 'now', title: words.steps.time, stateLabel: words.steps.now },
            { id: 'agenda', state: 'next', title: words.steps.agenda },
            {
              id: 'notice',
              state: 'stopped',
              title: words.steps.notice,
              note: words.steps.noticeNote,
            },
          ]}
        />
        <Table
          caption={words.votes.caption}
          rows={votesOf(words)}
          rowKey={({ group }) => group}
          columns={[
            { key: 'group', head: words.votes.side, rowHead: true, cell: ({ group }) => group },
            { key: 'yes', head: words.votes.yes, number: true, cell: ({ yes }) => yes },
            { key: 'no', head: words.votes.no, number: true, cell: ({ no }) => no },
            {
              key: 'abstain',
              head: words.votes.abstain,
              number: true,
              cell: ({ abstain }) => abstain,
            },
          ]}
        />
      </div>
    </DoubleRule>
  )
}

export function StateSpecimens({ words }: { words: FoundationsWords }) {
  return (
    <DoubleRule title={words.heads.states}>
      <div className="g4">
        <Card flush>
          <EmptyState
            title={words.states.emptyTitle}
            action={
              <Button look="soft" size="small">
                {words.states.propose}
              </Button>
            }
          >
            {words.states.empty}
          </EmptyState>
        </Card>
        <Card>
          <Skeleton
            label={words.states.loading}
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
            title={words.states.keptTitle}
            trouble={{ icon: IconAlertTriangle, tone: 'amber' }}
            action={
              <Button look="primary" size="small" icon={IconRefresh}>
                {words.states.again}
              </Button>
            }
          >
            {words.states.kept}
          </EmptyState>
        </Card>
        <Card flush className="fd-clip">
          <Banner icon={IconWifiOff}>{words.states.offline}</Banner>
          <Banner
            icon={IconInfoCircle}
            tone="tea"
            action={
              <a className="end" href="#main">
                {words.states.look}
              </a>
            }
          >
            {words.states.moved}
          </Banner>
          <div className="fd-col fd-pad">
            <Note tone="amber" icon={IconAlertTriangle}>
              {words.states.refused}
            </Note>
            <Note tone="stone" icon={IconInfoCircle}>
              {words.states.unsure}
            </Note>
          </div>
        </Card>
      </div>
    </DoubleRule>
  )
}

function votesOf({ sides }: FoundationsWords) {
  return [
    { group: sides.residents, yes: 10, no: 4, abstain: 2 },
    { group: sides.property, yes: 2, no: 0, abstain: 0 },
  ]
}
