text = "aé€😀"
data = text.encode()
print(data, len(data), data.decode() == text, data.decode("utf8") == text)
print("abc".encode("ascii"), b"abc".decode("ascii"), "é".encode("latin-1"), b"\xe9".decode("latin-1"))
print("é".encode("ascii", "ignore"), "é".encode("ascii", errors="replace"), b"a\xff".decode("utf-8", "replace"), b"a\xff".decode(errors="ignore"))
# expect: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80' 10 True True
# expect: b'abc' abc b'\xe9' é
# expect: b'' b'?' a� a
