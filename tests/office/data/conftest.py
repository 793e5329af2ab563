import pytest

from vernost.core.jobs.worker import run_queued_jobs


@pytest.fixture
def uploaded(browser_of):
    """Uploads a file as `user` and gives (browser, address of the run)."""

    def upload(user, file):
        browser = browser_of(user)
        response = browser.post("/data/import/", {"file": file})
        assert response.status_code == 302, response.context["form"].errors
        return browser, response.url.removesuffix("columns/")

    return upload


@pytest.fixture
def checked(uploaded):
    """Uploads, takes what the page proposes, and has it checked."""

    def check(user, file, **changed):
        browser, address = uploaded(user, file)
        form = browser.get(f"{address}columns/").context["form"]
        kind = changed.pop("kind", form.kind.name)
        form = browser.get(f"{address}columns/?kind={kind}").context["form"]
        given = {field.html_name: field.value() for field in form}
        response = browser.post(
            f"{address}columns/",
            {k: v for k, v in (given | changed | {"kind": kind}).items() if v not in (None, False)},
        )
        assert response.status_code == 302, response.context["form"].errors
        run_queued_jobs()
        return browser, address

    return check
