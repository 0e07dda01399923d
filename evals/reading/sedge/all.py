import glob
for f in sorted(glob.glob("b[0-9].py")): exec(open(f).read())
done()
