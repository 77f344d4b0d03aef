"""SCORM packages built from scratch for tests: one builder, many variants."""

from tests.scorm_packages.building import Package, manifest_12, sco_page, zipped

__all__ = ["Package", "manifest_12", "sco_page", "zipped"]
