import json,sys,os
rows=[]
def R(shape,text,m=None,rec=None,iv=(),p=(),co=(),role=(),w=None,t=(),imp=(),le=(),ki=(),ch=None,d=None,r=None,hb=(),fine=()):
    i="D%03d"%(len(rows)+1)
    text=text.strip("\n")
    n=len(text.split())
    def ck(s):
        if s is not None and s not in text: print(i,"NOT IN TEXT:",s)
    for s in [m,rec,w,d,*iv,*t,*imp,*le,*ki,*fine]: ck(s)
    for a in p: ck(a[0]);ck(a[1])
    for q in hb: ck(q[0])
    if not 15<=n<=180: print(i,"words",n)
    names={a[0]:a[2] for a in p}
    for nm,pt in [(m,"manager"),(rec,"recruiter")]+[(x,"interviewer") for x in iv]:
        if nm and (nm,pt) not in [(a[0],a[2]) for a in p]: print(i,"people mismatch",nm)
    rows.append({"id":i,"shape":shape,"text":text,"gold":{"manager":m,"recruiter":rec,"interviewers":list(iv),
     "people":[{"name":a[0],"title":a[1],"part":a[2]} for a in p],"company":list(co),"role":list(role),"writer":w,
     "topics":list(t),"impressed":list(imp),"learnt":list(le),"kindness":list(ki),"channel":ch,"date":d,"reason":r,
     "held_back":[{"quote":a,"why":b} for a,b in hb],"fine":list(fine)}})
def done():
    with open("/work/corpus/sedge/rough.jsonl","w",encoding="utf-8") as f:
        for x in rows: f.write(json.dumps(x,ensure_ascii=False)+"\n")
    from collections import Counter
    print(len(rows),Counter(x["shape"] for x in rows),"hb",sum(bool(x["gold"]["held_back"]) for x in rows),"fine",sum(bool(x["gold"]["fine"]) for x in rows))
    print(Counter(h["why"] for x in rows for h in x["gold"]["held_back"]),Counter(x["gold"]["channel"] for x in rows),Counter(x["gold"]["reason"] for x in rows))
M,RC,I,O="manager","recruiter","interviewer","other"
