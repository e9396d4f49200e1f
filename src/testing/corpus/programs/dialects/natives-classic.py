# dialect: classic
# cores: 2
if native rtl_coreid() == 0:
    native rtl_send(7, 1)
    native RTL_SYNC()
else:
    x = native rtl_recv(0) + 1
    print x, native rtl_numcores(), native rtl_numdims([[1, 2]])
    native rtl_sync()
# expect 1: 8 2 2
