print("hello World".capitalize(), "".capitalize() == "", "éCOLE".capitalize(), "ß x".capitalize())
# expect: Hello world True École Ss x
