import courseAnswer from '@salesforce/label/c.Dealside_CourseAnswer';
import courseClose from '@salesforce/label/c.Dealside_CourseClose';
import courseFinished from '@salesforce/label/c.Dealside_CourseFinished';
import courseGo from '@salesforce/label/c.Dealside_CourseGo';
import courseNotFinished from '@salesforce/label/c.Dealside_CourseNotFinished';
import courseOpen from '@salesforce/label/c.Dealside_CourseOpen';
import courseTitle from '@salesforce/label/c.Dealside_CourseTitle';
import courseWrong from '@salesforce/label/c.Dealside_CourseWrong';

/** Short courses. */
export const coursesLabels = {
  courseAnswer,
  courseClose,
  courseFinished,
  courseGo,
  courseNotFinished,
  courseOpen,
  courseTitle,
  courseWrong,
};
