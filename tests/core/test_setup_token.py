from vernost.core.setup_token import forget_token, is_right, new_token


def test_only_the_last_token_is_right_and_only_once(tmp_path):
    old, new = new_token(tmp_path), new_token(tmp_path)

    assert (is_right(old, tmp_path), is_right(new, tmp_path)) == (False, True)
    forget_token(tmp_path)
    assert not is_right(new, tmp_path)


def test_token_itself_is_not_kept(tmp_path):
    token = new_token(tmp_path)

    assert token not in (tmp_path / "setup-token").read_text()
