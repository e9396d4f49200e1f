print(" \t\n".isspace(), "".isspace(), "a ".isspace(), "\u3000".isspace())
# expect: True False False True
