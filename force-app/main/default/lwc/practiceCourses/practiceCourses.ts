import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { LightningElement } from 'lwc';

interface Course {
  code: string;
  title: string;
  sections: readonly { title: string; text: string }[];
  questions: readonly { text: string; choices: readonly string[] }[];
  finishedAt?: string;
}
interface Courses {
  courses: readonly Course[];
}

/** The short courses of this person: texts, questions, and when each was finished. */
export default class PracticeCourses extends LightningElement {
  labels = labels;
  courses: Loaded<Courses> = NOT_LOADED;
  answering: ActionState = IDLE;
  openCode?: string;
  private answers: ReadonlyMap<number, number> = new Map();
  private wrong: ReadonlySet<number> = new Set();
  private readonly loader = createLoader(
    () => request<Courses>('GET', '/api/me/courses'),
    (state) => {
      this.courses = state;
    },
  );
  private readonly act = createAction((state) => {
    this.answering = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get problem() {
    return this.courses.problem ?? this.answering.problem;
  }

  get rows() {
    return (this.courses.value?.courses ?? []).map(({ code, title, finishedAt }) => ({
      code,
      title,
      state: finishedAt
        ? fill(labels.courseFinished, { date: dateTimeText(finishedAt) })
        : labels.courseNotFinished,
      isOpen: code === this.openCode ? 'true' : 'false',
      toggle: code === this.openCode ? labels.courseClose : labels.courseOpen,
    }));
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get open(): Course | undefined {
    return this.courses.value?.courses.find(({ code }) => code === this.openCode);
  }

  get sections() {
    return this.open?.sections ?? [];
  }

  get questions() {
    return (this.open?.questions ?? []).map(({ text, choices }, n) => ({
      key: `q${n}`,
      text,
      name: `${this.openCode} ${n}`,
      wrong: this.wrong.has(n) ? labels.courseWrong : undefined,
      choices: choices.map((choice, c) => ({
        key: `q${n} ${c}`,
        text: choice,
        question: n,
        choice: c,
        isChosen: this.answers.get(n) === c,
      })),
    }));
  }

  get isIncomplete(): boolean {
    return this.answering.isBusy || this.answers.size < (this.open?.questions.length ?? 0);
  }

  handleToggle(event: Event): void {
    const { code } = (event.currentTarget as HTMLElement).dataset;
    this.openCode = code === this.openCode ? undefined : code;
    this.answers = new Map();
    this.wrong = new Set();
  }

  handleChoose(event: Event): void {
    const { question, choice } = (event.currentTarget as HTMLElement).dataset;
    this.answers = new Map(this.answers).set(Number(question), Number(choice));
    this.wrong = new Set([...this.wrong].filter((n) => n !== Number(question)));
  }

  handleAnswer(): void {
    const course = this.open;
    if (!course) return;
    void this.act(async () => {
      const answered = await request<Courses & { wrong: number[] }>('POST', '/api/me/courses', {
        code: course.code,
        answers: course.questions.map((_, n) => this.answers.get(n) ?? 0),
      });
      this.courses = { ...this.courses, value: { courses: answered.courses } };
      this.wrong = new Set(answered.wrong);
      if (answered.wrong.length === 0) this.openCode = undefined;
    });
  }
}
