// The site's own script: the GOV.UK Frontend components in use, and a few small parts of ours.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  createAll,
} from "govuk-frontend";

import { startAutosave } from "./autosave.js";
import { startChoosing } from "./choose.js";
import { startDefinitions } from "./definitions.js";
import { startExit } from "./exit-page.js";
import { startFolds } from "./folds.js";
import { startMenu } from "./menu.js";
import { startPrint } from "./print.js";
import { startReadingPosition } from "./reading-position.js";

startExit(document, window);
for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
]) {
  createAll(component);
}
startMenu(document);
startFolds(document, window);
startChoosing(document);
startDefinitions(document);
startPrint(document, window);
startReadingPosition(document, window);
startAutosave(document, window);
