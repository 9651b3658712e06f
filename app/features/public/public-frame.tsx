import { Link, useLocation, useRouteLoaderData } from '@remix-run/react'
import { IconChevronDown, IconMenu2, IconTextSize } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { BrandMark } from '#app/ui/brand-mark.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { usePlaceName } from './place-name.ts'
import css from './public.module.css'

const SECTIONS = ['home', 'sessions', 'resolutions', 'matters', 'how'] as const
export type PublicSection = (typeof SECTIONS)[number]

type Props = {
  /** Null on a page of no community, and before there is one. */
  frame: PublicFrameView | null
  /** Which part of the site this page belongs to. */
  section?: PublicSection
  children: ReactNode
}

/**
 * Head and foot of every page that needs no account. The page itself is `children`, with a
 * `<main id="main">`; its route loads `public.css` and the words of `public` and `terms`.
 */
export function PublicFrame({ frame, section, children }: Props) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation('common')
  return (
    <div className="pub">
      <header className={`wrapc pub-h ${css.head ?? ''}`}>
        <BrandMark to="/">{common('brand.name')}</BrandMark>
        {frame && <CommunitySwitcher frame={frame} />}
        <nav aria-label={common('nav.main')}>
          <SectionLinks frame={frame} section={section} />
        </nav>
        <OtherLanguage />
        <ElderChoice />
        <LinkButton look="primary" to="/code">
          {t('frame.code')}
        </LinkButton>
        <details className={css.menu}>
          <summary>
            <Icon of={IconMenu2} />
            {t('frame.menu')}
          </summary>
          <nav aria-label={common('nav.main')}>
            <SectionLinks frame={frame} section={section} />
          </nav>
        </details>
      </header>
      {children}
      <Foot frame={frame} />
    </div>
  )
}

function SectionLinks({
  frame,
  section,
}: {
  frame: PublicFrameView | null
  section: PublicSection | undefined
}) {
  const { t } = useTranslation('public')
  return (
    <>
      {SECTIONS.filter((each) => frame !== null || each === 'home' || each === 'how').map(
        (each) => (
          <Link
            key={each}
            to={pathOf(each, frame)}
            aria-current={each === section ? 'page' : undefined}
          >
            {t(`frame.section.${each}`)}
          </Link>
        ),
      )}
    </>
  )
}

function pathOf(section: PublicSection, frame: PublicFrameView | null): string {
  if (section === 'how') return '/how'
  if (!frame) return '/'
  const home = `/c/${frame.community.code}`
  return section === 'home' ? home : `${home}/${section}`
}

/** The name of the community, which opens to the others. */
function CommunitySwitcher({
  frame: { community, county, communities },
}: {
  frame: PublicFrameView
}) {
  const { t } = useTranslation('public')
  const name = usePlaceName()
  const town = name({ name: community.town, nameEn: community.townEn })
  // In Chinese the larger place comes first and runs on: 安溪县凤城镇·河滨社区.
  const above = useLanguage() === 'en' ? town : `${county.name}${town}`
  const where =
    above === '' ? name(community) : t('frame.where', { above, name: name(community) })
  if (communities.length < 2) return <span className="where">{where}</span>
  const towns = [...new Set(communities.map(({ town }) => town))]
  return (
    <details className={`where ${css.switcher ?? ''}`}>
      <summary>
        <span className="vh">{t('frame.switch')}</span>
        <span className={css.whole}>{where}</span>
        <span className={css.short}>{name(community)}</span>
        <Icon of={IconChevronDown} />
      </summary>
      <div className={css.places}>
        {towns.map((town) => {
          const own = communities.filter((each) => each.town === town)
          const [first] = own
          return (
            <section key={town}>
              <h2>{first && name({ name: first.town, nameEn: first.townEn })}</h2>
              <ul>
                {own.map((each) => (
                  <li key={each.code}>
                    <Link
                      to={`/c/${each.code}`}
                      reloadDocument
                      aria-current={each.code === community.code ? 'true' : undefined}
                    >
                      {name(each)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </details>
  )
}

/** The other of the two languages, in its own words. */
function OtherLanguage() {
  const { t } = useTranslation('common')
  const here = useHere()
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en'
  return (
    <form method="post" action="/preferences" className={css.language}>
      <input type="hidden" name="returnTo" value={here} />
      <Button type="submit" look="ghost" name="language" value={other} lang={other}>
        {t(`preferences.${other}`)}
      </Button>
    </form>
  )
}

function ElderChoice() {
  const { t } = useTranslation('public')
  const here = useHere()
  const elder = useRouteLoaderData<{ elder: boolean }>('root')?.elder ?? false
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="returnTo" value={here} />
      <Button
        type="submit"
        look="line"
        icon={IconTextSize}
        name="elder"
        value={elder ? 'off' : 'on'}
      >
        {t(elder ? 'frame.elderOff' : 'frame.elderOn')}
      </Button>
    </form>
  )
}

function useHere(): string {
  const { pathname, search } = useLocation()
  return pathname + search
}

function Foot({ frame }: { frame: PublicFrameView | null }) {
  const { t } = useTranslation('public')
  const { t: common } = useTranslation('common')
  const name = usePlaceName()
  const hotline = frame?.community.hotline
  return (
    <footer className="foot">
      <div className="wrapc">
        <div>
          <b>{t('foot.noPhone')}</b>
          {frame
            ? t('foot.noPhoneBody', { community: name(frame.community) })
            : t('foot.noPhoneAnywhere')}
          <p className={css.footLinks}>
            <Link to="/how">{t('frame.section.how')}</Link>
            <Link to="/recount">{t('foot.recount')}</Link>
            <Link to="/signin">{common('nav.signIn')}</Link>
          </p>
        </div>
        <div>
          <b>{t('foot.hotline')}</b>
          {hotline ? (
            <>
              <a className="big" href={`tel:${hotline.replace(/[^0-9+]/g, '')}`}>
                {hotline}
              </a>
              <br />
              {t('foot.hours')}
            </>
          ) : (
            t('foot.noHotline')
          )}
        </div>
        <div>
          <b>{t('foot.danger')}</b>
          {t('foot.dangerNumbers')}
          <br />
          {t('foot.dangerNote')}
        </div>
      </div>
    </footer>
  )
}
