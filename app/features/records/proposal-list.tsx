import { Form } from '@remix-run/react'
import { IconArrowBackUp, IconCheck, IconHourglass, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MinutesContent } from '#app/domain/records/minutes.ts'
import type { Proposal, ProposalState, ProposalTarget } from '#app/domain/records/proposal.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import type { IconDrawing } from '#app/ui/icon.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const MARK: Readonly<Record<ProposalState, { tone: Tone; icon: IconDrawing }>> = {
  open: { tone: 'amber', icon: IconHourglass },
  accepted: { tone: 'tea', icon: IconCheck },
  declined: { tone: 'stone', icon: IconX },
  withdrawn: { tone: 'stone', icon: IconArrowBackUp },
}

/** What a proposal is about, in words: an item's title, or whose turn. */
export function useTargetWords(content: MinutesContent): (target: ProposalTarget) => string {
  const { t } = useTranslation('minutes')
  return (target) => {
    if (target.of === 'whole') return t('proposal.of.whole')
    const item = content.items.find((each) => each.itemId === target.itemId)
    if (target.of === 'item') return t('proposal.of.item', { title: item?.title ?? '' })
    const turn = item?.turns.find((each) => each.seq === target.seq)
    return t('proposal.of.turn', { name: turn?.name ?? '' })
  }
}

export function ProposalTag({ state }: { state: ProposalState }) {
  const { t } = useTranslation('minutes')
  return (
    <Tag tone={MARK[state].tone} icon={MARK[state].icon}>
      {t(`proposal.state.${state}`)}
    </Tag>
  )
}

/** One proposal: what it is about, what stood there, what it says, and the answer. */
export function ProposalText({ proposal, about }: { proposal: Proposal; about: string }) {
  const { t } = useTranslation('minutes')
  const { quoted, text, by, state, answer, answeredBy } = proposal
  return (
    <>
      <p className="row wrap">
        <b className="b">{about}</b>
        <ProposalTag state={state} />
      </p>
      <p className="sm muted">{t('proposal.by', { name: by.name, title: by.title })}</p>
      {quoted !== '' && (
        <p className="sm muted min-text">
          {t('proposal.quoted')} <q lang="zh-CN">{quoted}</q>
        </p>
      )}
      <p className="min-text" lang="zh-CN">
        {text}
      </p>
      {answeredBy !== null && (
        <p className="min-text min-ans">
          <span className="sm muted">{t('proposal.answered', { name: answeredBy })}</span>{' '}
          <span lang="zh-CN">{answer}</span>
        </p>
      )}
    </>
  )
}

/** What participants propose, each with its answer, for those who keep the minutes. */
export function ProposalList({
  proposals,
  content,
  mayAnswer,
}: {
  proposals: readonly Proposal[]
  content: MinutesContent
  mayAnswer: boolean
}) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  const aboutOf = useTargetWords(content)
  const waiting = proposals.filter(({ state }) => state === 'open').length
  return (
    <section className="panel mt18" aria-labelledby="proposals">
      <div className="ph2">
        <h2 id="proposals">{t('proposal.title')}</h2>
        <span className="sm muted">
          {t('proposal.count', { count: proposals.length })}
          {waiting > 0 && ` · ${t('proposal.waiting', { count: waiting })}`}
        </span>
      </div>
      <div className="min-b">
        {proposals.map((proposal) => (
          <article key={proposal.id} className="min-i" id={`p-${proposal.id}`}>
            <ProposalText proposal={proposal} about={aboutOf(proposal.target)} />
            <p className="sm muted">{format.dayAndTime(proposal.madeAt)}</p>
            {mayAnswer && (
              <details open={proposal.state === 'open'}>
                <summary className="sm">
                  {t(proposal.state === 'open' ? 'proposal.words' : 'proposal.change')}
                </summary>
                <Form method="post" className="col min-a" preventScrollReset>
                  <input type="hidden" name="proposalId" value={proposal.id} />
                  <TextAreaField
                    name="words"
                    label={t('proposal.words')}
                    hint={t('proposal.wordsHint')}
                    defaultValue={proposal.answer}
                    rows={2}
                    maxLength={1000}
                  />
                  <p className="row wrap">
                    <Button type="submit" name="intent" value="accept" icon={IconCheck}>
                      {t('proposal.accept')}
                    </Button>
                    <Button type="submit" name="intent" value="decline">
                      {t('proposal.decline')}
                    </Button>
                    {proposal.target.of !== 'whole' && (
                      <a className="il" href={`#${fieldOf(proposal.target)}`}>
                        {t('proposal.toField')}
                      </a>
                    )}
                  </p>
                </Form>
              </details>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}

function fieldOf(target: Exclude<ProposalTarget, { of: 'whole' }>): string {
  return target.of === 'item' ? `summary:${target.itemId}` : `turn:${target.seq}`
}
