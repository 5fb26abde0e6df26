import callBarGo from '@salesforce/label/c.Dealside_CallBarGo';
import callBarTitle from '@salesforce/label/c.Dealside_CallBarTitle';
import callBarWhere from '@salesforce/label/c.Dealside_CallBarWhere';
import callBarWith from '@salesforce/label/c.Dealside_CallBarWith';
import shortcutsClose from '@salesforce/label/c.Dealside_ShortcutsClose';
import shortcutsDialog from '@salesforce/label/c.Dealside_ShortcutsDialog';
import shortcutsHandBack from '@salesforce/label/c.Dealside_ShortcutsHandBack';
import shortcutsKeyFor from '@salesforce/label/c.Dealside_ShortcutsKeyFor';
import shortcutsLeave from '@salesforce/label/c.Dealside_ShortcutsLeave';
import shortcutsList from '@salesforce/label/c.Dealside_ShortcutsList';
import shortcutsMissing from '@salesforce/label/c.Dealside_ShortcutsMissing';
import shortcutsOn from '@salesforce/label/c.Dealside_ShortcutsOn';
import shortcutsOpen from '@salesforce/label/c.Dealside_ShortcutsOpen';
import shortcutsRep from '@salesforce/label/c.Dealside_ShortcutsRep';
import shortcutsReset from '@salesforce/label/c.Dealside_ShortcutsReset';
import shortcutsSave from '@salesforce/label/c.Dealside_ShortcutsSave';
import shortcutsTaken from '@salesforce/label/c.Dealside_ShortcutsTaken';
import shortcutsText from '@salesforce/label/c.Dealside_ShortcutsText';
import shortcutsTitle from '@salesforce/label/c.Dealside_ShortcutsTitle';
import shortcutsWall from '@salesforce/label/c.Dealside_ShortcutsWall';
import shortcutsWallInside from '@salesforce/label/c.Dealside_ShortcutsWallInside';
import shortcutsWallJoin from '@salesforce/label/c.Dealside_ShortcutsWallJoin';
import shortcutsWallMove from '@salesforce/label/c.Dealside_ShortcutsWallMove';

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
