print({*[1, 2, 2]} == {1, 2}, {*"aa", 1} == {"a", 1})
# expect: True True
