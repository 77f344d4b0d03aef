"""SCORM: reading packages, playing them, and judging what they report (docs/scorm.md)."""
