import { z } from 'zod';
/** The authors' format, version 1: `story.yaml` holds the structure, one file a language holds the texts. */
export declare const FORMAT = 1;
declare const Value: z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>;
export type Value = z.infer<typeof Value>;
export declare const EMOTIONS: readonly ['neutraal', 'blij', 'lacht', 'bezorgd', 'beschaamd', 'boos', 'nadenkend', 'opgelucht', 'verdrietig', 'geschrokken', 'grijnst', 'vastberaden'];
export declare const POSES: readonly ['plain', 'phone', 'think', 'cover'];
export declare const PLACES: readonly ['bedroom', 'classroom', 'schoolyard', 'kitchen'];
export declare const LIGHTS: readonly ['day', 'dusk', 'night'];
export declare const SOUNDS: readonly ['bericht-in', 'bericht-uit', 'gezien-tik', 'scherm-aan', 'uit-de-groep', 'uitkomst-licht', 'uitkomst-zwaar', 'doorgestuurd'];
/** The participant role that a choice takes, after the bystander literature. */
export declare const ROLES: readonly ['help', 'private-help', 'involve', 'stay-out', 'join-in'];
/** True when every named variable has the value, or one of the values. Never a code string. */
declare const When: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>;
export type When = z.infer<typeof When>;
declare const Beat: z.ZodUnion<readonly [z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    say: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    speak: z.ZodString;
    who: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    typing: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    message: z.ZodString;
    who: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    system: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    seen: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    react: z.ZodString;
    emoji: z.ZodString;
    count: z.ZodNumber;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    act: z.ZodString;
    emotion: z.ZodEnum<{
        beschaamd: "beschaamd";
        bezorgd: "bezorgd";
        blij: "blij";
        boos: "boos";
        geschrokken: "geschrokken";
        grijnst: "grijnst";
        lacht: "lacht";
        nadenkend: "nadenkend";
        neutraal: "neutraal";
        opgelucht: "opgelucht";
        vastberaden: "vastberaden";
        verdrietig: "verdrietig";
    }>;
    pose: z.ZodOptional<z.ZodEnum<{
        cover: "cover";
        phone: "phone";
        plain: "plain";
        think: "think";
    }>>;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    sound: z.ZodEnum<{
        "bericht-in": "bericht-in";
        "bericht-uit": "bericht-uit";
        doorgestuurd: "doorgestuurd";
        "gezien-tik": "gezien-tik";
        "scherm-aan": "scherm-aan";
        "uit-de-groep": "uit-de-groep";
        "uitkomst-licht": "uitkomst-licht";
        "uitkomst-zwaar": "uitkomst-zwaar";
    }>;
}, z.core.$strict>, z.ZodObject<{
    silence: z.ZodNumber;
    mirror: z.ZodOptional<z.ZodBoolean>;
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
}, z.core.$strict>, z.ZodObject<{
    when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
    ms: z.ZodOptional<z.ZodNumber>;
    chat: z.ZodString;
}, z.core.$strict>]>;
export type Beat = z.infer<typeof Beat>;
declare const Node: z.ZodUnion<readonly [z.ZodObject<{
    scene: z.ZodObject<{
        place: z.ZodEnum<{
            bedroom: "bedroom";
            classroom: "classroom";
            kitchen: "kitchen";
            schoolyard: "schoolyard";
        }>;
        light: z.ZodEnum<{
            day: "day";
            dusk: "dusk";
            night: "night";
        }>;
        standing: z.ZodArray<z.ZodObject<{
            who: z.ZodString;
            emotion: z.ZodEnum<{
                beschaamd: "beschaamd";
                bezorgd: "bezorgd";
                blij: "blij";
                boos: "boos";
                geschrokken: "geschrokken";
                grijnst: "grijnst";
                lacht: "lacht";
                nadenkend: "nadenkend";
                neutraal: "neutraal";
                opgelucht: "opgelucht";
                vastberaden: "vastberaden";
                verdrietig: "verdrietig";
            }>;
            pose: z.ZodOptional<z.ZodEnum<{
                cover: "cover";
                phone: "phone";
                plain: "plain";
                think: "think";
            }>>;
            at: z.ZodOptional<z.ZodEnum<{
                centre: "centre";
                left: "left";
                right: "right";
            }>>;
        }, z.core.$strict>>;
        chat: z.ZodOptional<z.ZodString>;
        beats: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            say: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            speak: z.ZodString;
            who: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            typing: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            message: z.ZodString;
            who: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            system: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            seen: z.ZodNumber;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            react: z.ZodString;
            emoji: z.ZodString;
            count: z.ZodNumber;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            act: z.ZodString;
            emotion: z.ZodEnum<{
                beschaamd: "beschaamd";
                bezorgd: "bezorgd";
                blij: "blij";
                boos: "boos";
                geschrokken: "geschrokken";
                grijnst: "grijnst";
                lacht: "lacht";
                nadenkend: "nadenkend";
                neutraal: "neutraal";
                opgelucht: "opgelucht";
                vastberaden: "vastberaden";
                verdrietig: "verdrietig";
            }>;
            pose: z.ZodOptional<z.ZodEnum<{
                cover: "cover";
                phone: "phone";
                plain: "plain";
                think: "think";
            }>>;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            sound: z.ZodEnum<{
                "bericht-in": "bericht-in";
                "bericht-uit": "bericht-uit";
                doorgestuurd: "doorgestuurd";
                "gezien-tik": "gezien-tik";
                "scherm-aan": "scherm-aan";
                "uit-de-groep": "uit-de-groep";
                "uitkomst-licht": "uitkomst-licht";
                "uitkomst-zwaar": "uitkomst-zwaar";
            }>;
        }, z.core.$strict>, z.ZodObject<{
            silence: z.ZodNumber;
            mirror: z.ZodOptional<z.ZodBoolean>;
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
        }, z.core.$strict>, z.ZodObject<{
            when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            ms: z.ZodOptional<z.ZodNumber>;
            chat: z.ZodString;
        }, z.core.$strict>]>>;
    }, z.core.$strict>;
    next: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    vote: z.ZodObject<{
        as: z.ZodOptional<z.ZodString>;
        emotion: z.ZodOptional<z.ZodEnum<{
            beschaamd: "beschaamd";
            bezorgd: "bezorgd";
            blij: "blij";
            boos: "boos";
            geschrokken: "geschrokken";
            grijnst: "grijnst";
            lacht: "lacht";
            nadenkend: "nadenkend";
            neutraal: "neutraal";
            opgelucht: "opgelucht";
            vastberaden: "vastberaden";
            verdrietig: "verdrietig";
        }>>;
        kind: z.ZodEnum<{
            guarded: "guarded";
            open: "open";
        }>;
        seconds: z.ZodUnion<readonly [z.ZodNumber, z.ZodLiteral<"off">]>;
        talk: z.ZodOptional<z.ZodNumber>;
        tie: z.ZodLiteral<"lot">;
        few: z.ZodLiteral<"teacher">;
        choices: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            role: z.ZodEnum<{
                help: "help";
                involve: "involve";
                "join-in": "join-in";
                "private-help": "private-help";
                "stay-out": "stay-out";
            }>;
            to: z.ZodString;
            set: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>>;
            now: z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>;
            later: z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>;
        }, z.core.$strict>>;
    }, z.core.$strict>;
}, z.core.$strict>, z.ZodObject<{
    junction: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
        when: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>;
        to: z.ZodString;
    }, z.core.$strict>, z.ZodObject<{
        else: z.ZodString;
    }, z.core.$strict>]>>;
}, z.core.$strict>, z.ZodObject<{
    reflect: z.ZodObject<{}, z.core.$strict>;
    next: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    end: z.ZodObject<{
        debrief: z.ZodLiteral<true>;
        help: z.ZodLiteral<true>;
    }, z.core.$strict>;
}, z.core.$strict>]>;
export type Node = z.infer<typeof Node>;
export declare const Structure: z.ZodObject<{
    format: z.ZodLiteral<1>;
    id: z.ZodString;
    band: z.ZodEnum<{
        "10-12": "10-12";
        "12-14": "12-14";
        "14-16": "14-16";
    }>;
    minutes: z.ZodNumber;
    reviewed: z.ZodObject<{
        by: z.ZodString;
        on: z.ZodString;
    }, z.core.$strict>;
    cast: z.ZodRecord<z.ZodString, z.ZodObject<{
        look: z.ZodString;
    }, z.core.$strict>>;
    chats: z.ZodRecord<z.ZodString, z.ZodObject<{
        owner: z.ZodOptional<z.ZodString>;
    }, z.core.$strict>>;
    variables: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodObject<{
        boolean: z.ZodBoolean;
    }, z.core.$strict>, z.ZodObject<{
        enum: z.ZodArray<z.ZodString>;
        initial: z.ZodString;
    }, z.core.$strict>, z.ZodObject<{
        integer: z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>;
        initial: z.ZodNumber;
    }, z.core.$strict>]>>;
    start: z.ZodString;
    nodes: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodObject<{
        scene: z.ZodObject<{
            place: z.ZodEnum<{
                bedroom: "bedroom";
                classroom: "classroom";
                kitchen: "kitchen";
                schoolyard: "schoolyard";
            }>;
            light: z.ZodEnum<{
                day: "day";
                dusk: "dusk";
                night: "night";
            }>;
            standing: z.ZodArray<z.ZodObject<{
                who: z.ZodString;
                emotion: z.ZodEnum<{
                    beschaamd: "beschaamd";
                    bezorgd: "bezorgd";
                    blij: "blij";
                    boos: "boos";
                    geschrokken: "geschrokken";
                    grijnst: "grijnst";
                    lacht: "lacht";
                    nadenkend: "nadenkend";
                    neutraal: "neutraal";
                    opgelucht: "opgelucht";
                    vastberaden: "vastberaden";
                    verdrietig: "verdrietig";
                }>;
                pose: z.ZodOptional<z.ZodEnum<{
                    cover: "cover";
                    phone: "phone";
                    plain: "plain";
                    think: "think";
                }>>;
                at: z.ZodOptional<z.ZodEnum<{
                    centre: "centre";
                    left: "left";
                    right: "right";
                }>>;
            }, z.core.$strict>>;
            chat: z.ZodOptional<z.ZodString>;
            beats: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                say: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                speak: z.ZodString;
                who: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                typing: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                message: z.ZodString;
                who: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                system: z.ZodString;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                seen: z.ZodNumber;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                react: z.ZodString;
                emoji: z.ZodString;
                count: z.ZodNumber;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                act: z.ZodString;
                emotion: z.ZodEnum<{
                    beschaamd: "beschaamd";
                    bezorgd: "bezorgd";
                    blij: "blij";
                    boos: "boos";
                    geschrokken: "geschrokken";
                    grijnst: "grijnst";
                    lacht: "lacht";
                    nadenkend: "nadenkend";
                    neutraal: "neutraal";
                    opgelucht: "opgelucht";
                    vastberaden: "vastberaden";
                    verdrietig: "verdrietig";
                }>;
                pose: z.ZodOptional<z.ZodEnum<{
                    cover: "cover";
                    phone: "phone";
                    plain: "plain";
                    think: "think";
                }>>;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                sound: z.ZodEnum<{
                    "bericht-in": "bericht-in";
                    "bericht-uit": "bericht-uit";
                    doorgestuurd: "doorgestuurd";
                    "gezien-tik": "gezien-tik";
                    "scherm-aan": "scherm-aan";
                    "uit-de-groep": "uit-de-groep";
                    "uitkomst-licht": "uitkomst-licht";
                    "uitkomst-zwaar": "uitkomst-zwaar";
                }>;
            }, z.core.$strict>, z.ZodObject<{
                silence: z.ZodNumber;
                mirror: z.ZodOptional<z.ZodBoolean>;
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
            }, z.core.$strict>, z.ZodObject<{
                when: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>>;
                ms: z.ZodOptional<z.ZodNumber>;
                chat: z.ZodString;
            }, z.core.$strict>]>>;
        }, z.core.$strict>;
        next: z.ZodString;
    }, z.core.$strict>, z.ZodObject<{
        vote: z.ZodObject<{
            as: z.ZodOptional<z.ZodString>;
            emotion: z.ZodOptional<z.ZodEnum<{
                beschaamd: "beschaamd";
                bezorgd: "bezorgd";
                blij: "blij";
                boos: "boos";
                geschrokken: "geschrokken";
                grijnst: "grijnst";
                lacht: "lacht";
                nadenkend: "nadenkend";
                neutraal: "neutraal";
                opgelucht: "opgelucht";
                vastberaden: "vastberaden";
                verdrietig: "verdrietig";
            }>>;
            kind: z.ZodEnum<{
                guarded: "guarded";
                open: "open";
            }>;
            seconds: z.ZodUnion<readonly [z.ZodNumber, z.ZodLiteral<"off">]>;
            talk: z.ZodOptional<z.ZodNumber>;
            tie: z.ZodLiteral<"lot">;
            few: z.ZodLiteral<"teacher">;
            choices: z.ZodArray<z.ZodObject<{
                id: z.ZodString;
                role: z.ZodEnum<{
                    help: "help";
                    involve: "involve";
                    "join-in": "join-in";
                    "private-help": "private-help";
                    "stay-out": "stay-out";
                }>;
                to: z.ZodString;
                set: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>>;
                now: z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>;
                later: z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>;
            }, z.core.$strict>>;
        }, z.core.$strict>;
    }, z.core.$strict>, z.ZodObject<{
        junction: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
            when: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>, z.ZodArray<z.ZodUnion<readonly [z.ZodBoolean, z.ZodString, z.ZodNumber]>>]>>;
            to: z.ZodString;
        }, z.core.$strict>, z.ZodObject<{
            else: z.ZodString;
        }, z.core.$strict>]>>;
    }, z.core.$strict>, z.ZodObject<{
        reflect: z.ZodObject<{}, z.core.$strict>;
        next: z.ZodString;
    }, z.core.$strict>, z.ZodObject<{
        end: z.ZodObject<{
            debrief: z.ZodLiteral<true>;
            help: z.ZodLiteral<true>;
        }, z.core.$strict>;
    }, z.core.$strict>]>>;
    agreements: z.ZodArray<z.ZodNumber>;
    facts: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>>;
    talking: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>>;
}, z.core.$strict>;
export type Structure = z.infer<typeof Structure>;
export declare const Texts: z.ZodObject<{
    language: z.ZodEnum<{
        en: "en";
        nl: "nl";
    }>;
    title: z.ZodString;
    tagline: z.ZodString;
    about: z.ZodString;
    notice: z.ZodString;
    notWhen: z.ZodString;
    goals: z.ZodArray<z.ZodString>;
    needs: z.ZodArray<z.ZodString>;
    cast: z.ZodRecord<z.ZodString, z.ZodString>;
    chats: z.ZodRecord<z.ZodString, z.ZodObject<{
        title: z.ZodString;
        badge: z.ZodString;
        members: z.ZodString;
    }, z.core.$strict>>;
    nodes: z.ZodRecord<z.ZodString, z.ZodObject<{
        title: z.ZodString;
        note: z.ZodOptional<z.ZodString>;
        notice: z.ZodOptional<z.ZodString>;
        time: z.ZodOptional<z.ZodString>;
        as: z.ZodOptional<z.ZodString>;
        question: z.ZodOptional<z.ZodString>;
        hint: z.ZodOptional<z.ZodString>;
        choices: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodObject<{
            text: z.ZodString;
            short: z.ZodString;
            now: z.ZodString;
            later: z.ZodString;
        }, z.core.$strict>>>;
        ending: z.ZodOptional<z.ZodString>;
        still: z.ZodOptional<z.ZodArray<z.ZodString>>;
    }, z.core.$catchall<z.ZodString>>>;
    talking: z.ZodRecord<z.ZodString, z.ZodObject<{
        question: z.ZodString;
        note: z.ZodString;
    }, z.core.$strict>>;
    facts: z.ZodRecord<z.ZodString, z.ZodString>;
    say: z.ZodArray<z.ZodString>;
    dontSay: z.ZodArray<z.ZodString>;
    followUp: z.ZodArray<z.ZodString>;
}, z.core.$strict>;
export type Texts = z.infer<typeof Texts>;
/** scenarios/sources.yaml, help.yaml and agreements.yaml: what all stories share. */
export declare const Sources: z.ZodRecord<z.ZodString, z.ZodObject<{
    title: z.ZodString;
    publisher: z.ZodString;
    year: z.ZodString;
    lines: z.ZodNumber;
}, z.core.$strict>>;
export declare const Help: z.ZodObject<{
    checkedOn: z.ZodString;
    lines: z.ZodArray<z.ZodObject<{
        name: z.ZodObject<{
            nl: z.ZodString;
            en: z.ZodString;
        }, z.core.$strict>;
        what: z.ZodObject<{
            nl: z.ZodString;
            en: z.ZodString;
        }, z.core.$strict>;
        contact: z.ZodString;
        when: z.ZodOptional<z.ZodObject<{
            nl: z.ZodString;
            en: z.ZodString;
        }, z.core.$strict>>;
        bands: z.ZodArray<z.ZodEnum<{
            "10-12": "10-12";
            "12-14": "12-14";
            "14-16": "14-16";
        }>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export declare const Agreements: z.ZodRecord<z.ZodString, z.ZodObject<{
    nl: z.ZodString;
    en: z.ZodString;
    sources: z.ZodArray<z.ZodUnion<readonly [z.ZodLiteral<"D">, z.ZodString]>>;
}, z.core.$strict>>;
export type Shelf = {
    sources: z.infer<typeof Sources>;
    help: z.infer<typeof Help>;
    agreements: z.infer<typeof Agreements>;
};
export {};
