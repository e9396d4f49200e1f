print(int(), float(), bool(), repr(str()), list(), tuple())
# expect: 0 0.0 False '' [] ()
