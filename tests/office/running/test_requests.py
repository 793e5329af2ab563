import json
import logging

import pytest

from vernost.config.environment import RefusesToStart
from vernost.config.log import JsonFormatter, logging_of


def test_line_says_the_page_and_nobody(client, anna, caplog):
    client.force_login(anna)
    with caplog.at_level(logging.INFO, "vernost.requests"):
        response = client.get("/search/?q=Petrova")

    record = next(one for one in caplog.records if one.name == "vernost.requests")
    line = json.loads(JsonFormatter().format(record))
    assert (line["page"], line["status"], line["method"]) == ("search", 200, "GET")
    assert line["request_id"] == response["X-Request-Id"]
    assert "Petrova" not in json.dumps(line)
    assert anna.email not in json.dumps(line)


def test_form_of_the_log_is_one_of_two():
    with pytest.raises(RefusesToStart, match="plain or json"):
        logging_of("xml")
