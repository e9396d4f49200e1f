print(ascii("é日"), ascii("a"), ascii(["😀"]))
# expect: '\xe9\u65e5' 'a' ['\U0001f600']
