import callBarGo from '@salesforce/label/c.Dealside_CallBarGo';
import callBarWhere from '@salesforce/label/c.Dealside_CallBarWhere';
import callBarTitle from '@salesforce/label/c.Dealside_CallBarTitle';
import callBarWith from '@salesforce/label/c.Dealside_CallBarWith';
import shortcutsOpen from '@salesforce/label/c.Dealside_ShortcutsOpen';
import shortcutsTitle from '@salesforce/label/c.Dealside_ShortcutsTitle';
import shortcutsText from '@salesforce/label/c.Dealside_ShortcutsText';
import shortcutsOn from '@salesforce/label/c.Dealside_ShortcutsOn';
import shortcutsHandBack from '@salesforce/label/c.Dealside_ShortcutsHandBack';
import shortcutsLeave from '@salesforce/label/c.Dealside_ShortcutsLeave';
import shortcutsList from '@salesforce/label/c.Dealside_ShortcutsList';
import shortcutsKeyFor from '@salesforce/label/c.Dealside_ShortcutsKeyFor';
import shortcutsRep from '@salesforce/label/c.Dealside_ShortcutsRep';
import shortcutsWall from '@salesforce/label/c.Dealside_ShortcutsWall';
import shortcutsWallMove from '@salesforce/label/c.Dealside_ShortcutsWallMove';
import shortcutsWallJoin from '@salesforce/label/c.Dealside_ShortcutsWallJoin';
import shortcutsWallInside from '@salesforce/label/c.Dealside_ShortcutsWallInside';
import shortcutsDialog from '@salesforce/label/c.Dealside_ShortcutsDialog';
import shortcutsTaken from '@salesforce/label/c.Dealside_ShortcutsTaken';
import shortcutsMissing from '@salesforce/label/c.Dealside_ShortcutsMissing';
import shortcutsSave from '@salesforce/label/c.Dealside_ShortcutsSave';
import shortcutsReset from '@salesforce/label/c.Dealside_ShortcutsReset';
import shortcutsClose from '@salesforce/label/c.Dealside_ShortcutsClose';

export const callBarLabels = {
  callBarGo,
  callBarWhere,
  callBarTitle,
  callBarWith,
  shortcutsOpen,
  shortcutsTitle,
  shortcutsText,
  shortcutsOn,
  shortcutsHandBack,
  shortcutsLeave,
  shortcutsList,
  shortcutsKeyFor,
  shortcutsRep,
  shortcutsWall,
  shortcutsWallMove,
  shortcutsWallJoin,
  shortcutsWallInside,
  shortcutsDialog,
  shortcutsTaken,
  shortcutsMissing,
  shortcutsSave,
  shortcutsReset,
  shortcutsClose,
};
