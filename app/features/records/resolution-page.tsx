import { Link } from '@remix-run/react'
import { IconCircleX, IconScale, IconArrowRight, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { settlesIt, type ResolutionContent } from '#app/domain/records/resolution.ts'
import { labelOfOutcome } from '#app/domain/records/resolution-title.ts'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Note } from '#app/ui/note.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { FollowUps } from './follow-ups.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import { ResolutionAside } from './resolution-aside.tsx'
import { ResolutionTasks } from './resolution-tasks.tsx'
import { VerdictSum } from './verdict-sum.tsx'
import './records.css'

type Props = {
  resolution: ResolutionView
  qrPath: { path: string; size: number }
  code: string
}

/** One published decision: the sentence, what, the sum, the dissent, the tasks, and what came of them. */
export function ResolutionPage({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation(['records', 'terms'])
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const { content, community, compound, withdrawn, tasks } = resolution
  const nameOf = (place: { name: string; nameEn: string }) =>
    isEnglish ? place.nameEn : place.name
  const passed = content.outcome === 'carried' || content.outcome === 'consensus'
  const base = `/c/${community.code}`
  return (
    <main id="main" className="wrapc">
      <p className="sm muted crumb">
        <Link to={base}>{nameOf(community)}</Link>
        {' › '}
        <Link to={`${base}/resolutions`}>{t('list.title')}</Link>
        {' › '}
        {nameOf(compound)}
      </p>
      <div className="doc2">
        <article className="sheet">
          <div className="ww res-h">
            <div className="ttl">
              <p className="row sm ink2 wrap">
                <b className="b">
                  {t(`terms:label.${labelOfOutcome(resolution.label, content.outcome)}`)}
                </b>
                <span>{t('resolution.number', { number: resolution.number })}</span>
                <OutcomeTag
                  outcome={content.outcome}
                  label={resolution.label}
                  withdrawn={withdrawn !== null}
                />
              </p>
              <h1 lang="zh-CN">{resolution.title}</h1>
              {passed && !withdrawn && (
                <Seal
                  size="large"
                  open={!settlesIt(content)}
                  text={t(settlesIt(content) ? 'seal.agreed' : 'seal.recommended')}
                />
              )}
            </div>
          </div>
          {withdrawn && (
            <Note tone="jujube" icon={IconCircleX}>
              <b className="b">
                {t('resolution.withdrawnOn', { day: format.fullDay(withdrawn.at) })}
              </b>
              <br />
              <span lang="zh-CN">{withdrawn.reason}</span>
            </Note>
          )}
          <p className="lead" lang="zh-CN">
            {content.lead}
          </p>
          <p className="m-only row wrap mt12">
            <NoticeTag notice={resolution.notice} />
          </p>
          <h2>{t(passed ? 'resolution.points' : 'resolution.proposed')}</h2>
          <ol className="nl" lang="zh-CN">
            {content.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          {content.nextStep && !settlesIt(content) && (
            <Note tone="dai" icon={IconArrowRight} className="mt12">
              {t('resolution.next', {
                body: t(`terms:body.${content.body}`),
                step: t(`terms:nextStep.${content.nextStep}`),
              })}
            </Note>
          )}
          <VerdictSum content={content} />
          {content.overrideReason && (
            <Note tone="amber" icon={IconUsers} className="mt12">
              {t('sum.override')}
              <span lang="zh-CN">{content.overrideReason}</span>
            </Note>
          )}
          <Basis content={content} />
          {content.dissent.length > 0 && <Dissent said={content.dissent} />}
          {tasks.length > 0 && <ResolutionTasks tasks={tasks} />}
          {resolution.followUps.length > 0 && <FollowUps steps={resolution.followUps} />}
        </article>
        <ResolutionAside {...{ resolution, qrPath, code }} />
      </div>
    </main>
  )
}

/** The rule and the law it rests on. */
function Basis({ content }: { content: ResolutionContent }) {
  const { t } = useTranslation('records')
  const ruleName = useRuleName()
  return (
    <Note tone="stone" icon={IconScale} className="mt18">
      {content.rule && content.named && (
        <>
          {t('sum.named', {
            name: ruleName({ id: content.rule.id, name: content.named.name }),
            basis: content.named.legalBasis,
          })}
        </>
      )}
      {content.legalBasis && (
        <>
          {t('sum.basis')}
          <span lang="zh-CN">{content.legalBasis}</span>
          {t('sum.stop')}
        </>
      )}
      {t('sum.floored')}
    </Note>
  )
}

/** What those who were against it said, and what was answered. */
function Dissent({ said }: { said: ResolutionContent['dissent'] }) {
  const { t } = useTranslation('records')
  return (
    <>
      <h2>{t('resolution.dissent')}</h2>
      <div className="dis" lang="zh-CN">
        {said.map(({ text, answer }) => (
          <p key={text}>
            <b className="b">{text}</b>
            <br />
            {answer !== '' && (
              <span className="ink2">{t('resolution.answer', { answer })}</span>
            )}
          </p>
        ))}
      </div>
    </>
  )
}
