"""Settings of Wagtail: editing, search, images, documents; nothing is asked of third parties."""

WAGTAIL_SITE_NAME = "Toolkit and Training"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "uploads.Image"
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg", "webp", "svg"]
WAGTAILDOCS_DOCUMENT_MODEL = "uploads.Document"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "pptx", "odp", "csv", "txt", "mp4", "webm", "vtt"]
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf", "video/mp4", "video/webm", "text/vtt"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "lms.uploads.forms.ImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILDOCS_DOCUMENT_FORM_BASE = "lms.uploads.forms.DocumentForm"
DOCUMENT_MAX_BYTES = 20 * 1024 * 1024
VIDEO_MAX_BYTES = 500 * 1024 * 1024
# Wrong passwords of private collections and pages: of one address (an office may have one), and for each of them.
PRIVATE_PASSWORD_RATE = "20/5m/ip,300/h/key"
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "lms.editorial.domain.publishing.publish_approved"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILEMBEDS_FINDERS: list = []
TAGGIT_CASE_INSENSITIVE = True

# What a SCORM package may weigh (bytes; entries; the most a file may grow when unpacked).
SCORM_MAX_UPLOAD_BYTES = 500 * 1024 * 1024
SCORM_MAX_ENTRIES = 20_000
SCORM_MAX_FILE_BYTES = 300 * 1024 * 1024
SCORM_MAX_TOTAL_BYTES = 1024 * 1024 * 1024
SCORM_MAX_RATIO = 200
SCORM_MAX_COMMIT_BYTES = 2 * 1024 * 1024
SCORM_LAUNCH_TOKEN_HOURS = 12

# Sites a lesson's video may be on: a link to it is shown; nothing is loaded from there by itself.
VIDEO_HOSTS = ["www.youtube-nocookie.com", "www.youtube.com", "vimeo.com", "player.vimeo.com"]
