"""Words that tell, in different ways, whether those counted bear arms."""

from __future__ import annotations

from tracker.reading.finding.armed import BODIES

HURT = frozenset(
    "dead wounded injured missing killed captured names surrenders hostages captives prisoners bodies corpses coffins"
    " deaths fatalities casualties losses lives critical hospitalised hospitalized hurt slain martyred martyrs"
    " unaccounted fallen graves funerals obituaries body death".split()
)
FORCES = BODIES | {"ranks", "military", "servicemen", "infantry", "cavalry", "infantrymen", "gendarmes", "paratroops"}
LOSING = frozenset("lost lose loses losing buried buries mourns mourned cost costs costing".split())
SUFFERING = frozenset("suffered suffer suffers suffering sustained took takes had admitted acknowledged".split())
KILLING = frozenset(
    "killed killing kill kills shot slain eliminated destroyed neutralised neutralized wounded wounding executed"
    " slaughtered liquidated injured injuring captured capturing leaving left took taken murdered massacred died"
    " dead".split()
)
DOING = frozenset("by against from with after".split())
THEM = frozenset("them whom those these the".split())
WHOM = frozenset("whom them latter those".split())
PREDICATING = frozenset(
    "of them whom these those which who all being the were was are is dead wounded injured victims fallen every one"
    " killed slain hurt died perished that number known believed to be said thought reported identified as have had"
    " been , including at least both also among a an some many".split()
)
MOSTLY = frozenset("mostly mainly largely most predominantly overwhelmingly chiefly many some partly".split())
ATTACKING = frozenset(
    "attacked attack ambushed ambush bombed shelled targeted hit struck stormed raided assaulted against on at".split()
)
WORST = frozenset("worst deadliest bloodiest heaviest biggest largest costliest grimmest previous earlier".split())
MORE = frozenset("more others other another further additional".split())
OWNING = frozenset("its their his our my 's own".split())
TOLLS = frozenset(
    "dead wounded losses casualties side ranks fatalities fallen missing deaths injured toll killed martyrs own loss"
    " men".split()
)
GOING_ON = frozenset("they all both most the those many some none among".split())
PARTS = frozenset("including among whom include included includes latter comprising".split())
BULLETS = frozenset("- – — • * ·".split())

FATES = {
    "losing": LOSING,
    "a word for the enemy's dead": frozenset(
        "eliminated eliminating neutralised neutralized neutralising neutralizing destroyed liquidated annihilated"
        " liquidating".split()
    ),
    "martyrdom": frozenset("martyred martyrdom martyrs martyr".split()),
    "murder": frozenset(
        "murdered murders massacred massacre slaughtered hacked beheaded executed lynched abducted kidnapped".split()
    ),
    "surrender": frozenset("surrendered surrender surrendering surrenders capitulated pows prisoner prisoners".split()),
    "falling": frozenset("fell fallen fall".split()),
    "dying": frozenset("died die dying perished dies".split()),
    "killing": frozenset("killed killing kill kills".split()),
    "deaths": frozenset("deaths death dead toll fatalities".split()),
    "losses": frozenset("losses casualties".split()),
    "wounding": frozenset("wounded wounding injured injuring hurt".split()),
    "bodies": frozenset("bodies body graves corpses buried".split()),
    "capture": frozenset("captured capture capturing captives detained seized".split()),
    "hostages": frozenset("hostages hostage".split()),
    "missing": frozenset("missing disappeared".split()),
}
NEAR = {
    "own": frozenset({"own"}),
    "its": frozenset({"its"}),
    "their": frozenset({"their"}),
    "our": frozenset({"our", "ours", "theirs"}),
    "a side": frozenset({"side", "sides"}),
    "both": frozenset({"both", "combined", "joint"}),
    "ranks": frozenset("ranks action uniform rank".split()),
    "admitting": frozenset(
        "admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded confessed owned".split()
    ),
    "claiming": frozenset("claim claims claimed boast boasts boasted".split()),
    "alike": frozenset("alike lumped indiscriminately everybody everyone distinguish".split()),
    "lives": frozenset({"lives"}),
    "surrender": frozenset("hands themselves surrendered arms weapons captivity prisoner".split()),
    "kin": frozenset("family families relatives kin village town city household community clan neighbours".split()),
}
SCENES = {
    "battle": frozenset(
        "battle battles fighting clash clashes ambush ambushed offensive frontline front assault skirmish firefight"
        " combat counteroffensive position positions outpost base checkpoint operation raid".split()
    ),
    "bombardment": frozenset(
        "airstrike airstrikes shelling shelled bombing bombed rocket rockets missile missiles drone bomb strike strikes"
        " artillery mortar".split()
    ),
    "massacre": frozenset(
        "massacre attack attacked gunmen burned burnt hacked machetes houses homes huts displaced fled".split()
    ),
    "a town's voice": frozenset(
        "mayor governor doctors doctor hospital hospitals morgue medics rescuers residents villagers witnesses health"
        " paramedics surgeon police".split()
    ),
    "a force's voice": frozenset(
        "army military commander general colonel major spokesman defence defense staff brigade militants rebels"
        " insurgents".split()
    ),
    "a counting body": frozenset("un nations unama ohchr rights observatory watchdog".split()),
    "a war": frozenset("war wars conflict uprising insurgency".split()),
    "years": frozenset("years decade decades century 1990s 1980s".split()),
    "everybody": frozenset("people population lives".split()),
}
LADS = frozenset("lads boys youths people sons".split())
OWN = frozenset("its his their our my".split())
MILITARY = frozenset("army military soldiers soldier troops navy marines servicemen brigade battalion".split())
NEUTRAL_OF_FORCE = frozenset("men man member members officer officers boys".split())
