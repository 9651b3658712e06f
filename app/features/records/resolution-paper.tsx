import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import type { TestResult } from '#app/domain/voting/test-result.ts'
import MethodTable from '#app/features/ballot/method-table.tsx'
import { useFormat } from '#app/i18n/use-format.ts'
import { PaperTools } from './paper-tools.tsx'
import { QrCode } from './qr-code.tsx'
import { usePaperWords } from './use-paper-words.ts'

type Props = {
  resolution: ResolutionView
  qrPath: { path: string; size: number }
  code: string
}

/**
 * A resolution on A4, in the page layout of official documents and without their red head,
 * which a residents' committee may not use. It runs over as many pages as it needs.
 */
export function ResolutionPaper({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation('records')
  const words = usePaperWords(resolution)
  const { content, tasks } = resolution
  return (
    <div className="prt" data-theme="light">
      <PaperTools back={`/resolutions/${resolution.id}`} />
      <main id="main" className="sheets">
        <article className="a4 flow">
          <h1 className="mk" lang="zh-CN">
            {resolution.title}
          </h1>
          <p className="no">{resolution.number}</p>
          <div className="og">
            <span>{words.organ}</span>
            <span>{words.published}</span>
          </div>
          <div className="bl" />
          {words.withdrawn && <p className="off">{words.withdrawn}</p>}
          <p lang="zh-CN">{content.lead}</p>
          <Section title={t('paper.held')}>
            <p>{words.held}</p>
            <p>{words.sides}</p>
            {words.override && <p>{words.override}</p>}
          </Section>
          <Section title={words.points}>
            <ol lang="zh-CN">
              {content.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ol>
          </Section>
          <Section title={t('sum.title')}>
            {words.noVotes && <p>{words.noVotes}</p>}
            {words.votes && !content.question && <p>{words.votes}</p>}
            {words.assisted && <p>{words.assisted}</p>}
            {content.question && content.verdict && (
              <MethodTable question={content.question} verdict={content.verdict} />
            )}
            {content.verdict?.tests
              .filter(
                ({ test }) => content.question?.method.kind !== 'seats' || test === 'quorum',
              )
              .map((test) => (
                <TestLine key={`${test.test} ${test.measure}`} test={test} />
              ))}
            {words.named && <p>{words.named}</p>}
            {content.legalBasis && (
              <p>
                {t('sum.basis')}
                <span lang="zh-CN">{content.legalBasis}</span>
                {t('sum.stop')}
              </p>
            )}
          </Section>
          {words.next && (
            <Section title={t('paper.next')}>
              <p>{words.next}</p>
            </Section>
          )}
          {content.dissent.length > 0 && (
            <Section title={t('resolution.dissent')}>
              {content.dissent.map(({ text, answer }) => (
                <p key={text} lang="zh-CN">
                  {text}
                  {answer !== '' && ` ${t('resolution.answer', { answer })}`}
                </p>
              ))}
            </Section>
          )}
          {tasks.length > 0 && (
            <Section title={t('paper.task')}>
              <TaskTable tasks={tasks} />
            </Section>
          )}
          <Section title={t('paper.notice')}>
            <p>
              {words.period}
              {t('sum.stop')}
              {words.objections}
            </p>
          </Section>
          <div className="sign">
            <p>{words.organ}</p>
            <p>{words.published}</p>
          </div>
          <footer className="check">
            <QrCode {...qrPath} label={t('check.qr')} pixels={76} />
            <span>
              {t('paper.checked')}
              <br />
              {t('paper.code', { code })}
            </span>
          </footer>
        </article>
      </main>
    </div>
  )
}

/** Its ordinal, 一、 or 1., is counted by the stylesheet. */
function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="l1">{title}</h2>
      {children}
    </section>
  )
}

function TestLine({ test }: { test: TestResult }) {
  const { t } = useTranslation('records')
  const unit = t(`sum.unit.${test.measure}`)
  const figures = t('sum.figures', {
    have: test.have,
    of: test.of,
    need: test.need ?? '–',
    unit,
  })
  const short = test.margin?.startsWith('-') ?? true
  return (
    <p>
      {t('paper.sum', {
        test: t(`sum.label.${test.test}`),
        by: t(`sum.by.${test.measure}`),
        figures,
        margin:
          test.margin === null
            ? ''
            : t(short ? 'sum.short' : 'sum.over', {
                margin: test.margin.replace('-', ''),
                unit,
              }),
      })}
      {t('sum.stop')}
    </p>
  )
}

function TaskTable({ tasks }: { tasks: ResolutionView['tasks'] }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('paper.task')}</th>
          <th scope="col">{t('paper.lead')}</th>
          <th scope="col">{t('paper.helpers')}</th>
          <th scope="col">{t('paper.due')}</th>
        </tr>
      </thead>
      <tbody lang="zh-CN">
        {tasks.map((task) => (
          <tr key={task.taskId}>
            <td>{task.title}</td>
            <td>{task.leadName}</td>
            <td>{task.helpers.join(t('join'))}</td>
            <td>{format.shortDay(new Date(`${task.dueOn}T00:00+08:00`))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
