import string
print(string.ascii_lowercase, string.ascii_uppercase[:3], string.digits, string.hexdigits, len(string.punctuation))
# expect: abcdefghijklmnopqrstuvwxyz ABC 0123456789 0123456789abcdefABCDEF 32
print(string.capwords("hello  big world"), string.capwords("a-b", "-"), "x" in string.ascii_letters, repr(string.whitespace))
# expect: Hello Big World A-B True ' \t\n\r\x0b\x0c'
