def attempt(run):
    try:
        print(run())
    except ValueError as error:
        print(type(error).__name__, error)
    except LookupError as error:
        print(type(error).__name__, error)


attempt(lambda: b"\xff".decode())
attempt(lambda: b"ab\xe2\x82".decode())
attempt(lambda: b"ab\xe2\x41".decode())
attempt(lambda: b"\xed\xa0\x80".decode())
attempt(lambda: b"\x80".decode("ascii"))
attempt(lambda: "aé".encode("ascii"))
attempt(lambda: "éé€".encode("ascii"))
attempt(lambda: "€".encode("latin-1"))
attempt(lambda: "a".encode("utf-99"))
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode bytes in position 2-3: unexpected end of data
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xe2 in position 2: invalid continuation byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
# expect: UnicodeEncodeError 'ascii' codec can't encode characters in position 0-2: ordinal not in range(128)
# expect: UnicodeEncodeError 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)
# expect: LookupError unknown encoding: utf-99
