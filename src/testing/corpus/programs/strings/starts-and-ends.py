s = "main.py"
print s.startswith("main"), s.startswith("py"), s.endswith(".py"), s.endswith("main"), s.startswith(""), s.endswith("")
# expect: True False True False True True
print s.startswith(("x", "ma")), s.endswith((".c", ".h")), s.startswith("py", 5), s.endswith("main", 0, 4), s.startswith("", 8), s.startswith("x", 7)
# expect: True False True True False False
