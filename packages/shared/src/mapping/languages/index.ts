import { arabic } from './arabic';
import { bulgarian } from './bulgarian';
import { catalan } from './catalan';
import { chinese } from './chinese';
import { croatian } from './croatian';
import { czech } from './czech';
import { danish } from './danish';
import { dutch } from './dutch';
import { english } from './english';
import { estonian } from './estonian';
import { finnish } from './finnish';
import { french } from './french';
import { german } from './german';
import { greek } from './greek';
import { hebrew } from './hebrew';
import { hindi } from './hindi';
import { hungarian } from './hungarian';
import { icelandic } from './icelandic';
import { indonesian } from './indonesian';
import { italian } from './italian';
import { japanese } from './japanese';
import { korean } from './korean';
import { type Language } from './language';
import { latvian } from './latvian';
import { lithuanian } from './lithuanian';
import { norwegian } from './norwegian';
import { persian } from './persian';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { romanian } from './romanian';
import { russian } from './russian';
import { slovak } from './slovak';
import { slovenian } from './slovenian';
import { spanish } from './spanish';
import { swedish } from './swedish';
import { thai } from './thai';
import { turkish } from './turkish';
import { ukrainian } from './ukrainian';
import { vietnamese } from './vietnamese';

/** Every language, English first: of two meanings of a word the first one holds. */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  swedish,
  danish,
  norwegian,
  finnish,
  icelandic,
  czech,
  slovak,
  hungarian,
  romanian,
  turkish,
  russian,
  ukrainian,
  bulgarian,
  greek,
  croatian,
  slovenian,
  lithuanian,
  latvian,
  estonian,
  catalan,
  japanese,
  chinese,
  korean,
  arabic,
  hebrew,
  persian,
  hindi,
  thai,
  vietnamese,
  indonesian,
];
